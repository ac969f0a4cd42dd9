pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// A line that still waits.
Rectangle {
    id: card

    required property string title
    required property string spec
    required property string bin
    required property string goods
    required property int done
    required property int wanted
    required property bool asksSerial

    height: Theme.compact ? 80 : 112
    border.color: Theme.line
    color: Theme.surface
    radius: Theme.radius

    GoodsPicture {
        id: picture

        x: Theme.compact ? 8 : 12
        anchors.verticalCenter: parent.verticalCenter
        picture: card.goods
        size: Theme.compact ? 64 : 88
    }

    Words {
        id: title

        anchors.left: picture.right
        anchors.leftMargin: Theme.compact ? 20 : 28
        anchors.right: chip.visible ? chip.left : place.left
        anchors.rightMargin: 16
        y: Theme.compact ? 1 : 8
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        size: Theme.compact ? 28 : 36
        text: card.title
    }

    Words {
        anchors.left: title.left
        anchors.right: title.right
        y: Theme.compact ? 40 : 58
        color: Theme.muted
        size: Theme.compact ? 24 : 32
        text: card.spec
    }

    SerialChip {
        id: chip

        anchors.right: place.left
        anchors.rightMargin: Theme.compact ? 20 : 32
        anchors.verticalCenter: parent.verticalCenter
        visible: card.asksSerial
    }

    Words {
        id: place

        anchors.verticalCenter: parent.verticalCenter
        x: parent.width - (Theme.compact ? 288 : 416)
        width: count.x - x - 12
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        size: Theme.compact ? 36 : 44
        text: card.bin
    }

    Words {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: Theme.compact ? 24 : 32
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.compact ? 44 : 60
        text: card.done + "/" + card.wanted
    }
}
