pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One of the answers to a question: what is so, and what then happens.
Rectangle {
    id: card

    required property string title
    required property string detail
    required property string iconName
    property bool primary: false
    readonly property color inkColor: card.primary ? "#FFFFFF" : Theme.ink

    signal tapped

    height: Theme.compact ? 88 : 104
    border.color: Theme.edge
    border.width: card.primary ? 0 : 2
    color: card.primary ? Theme.accentFill : touch.pressed ? Theme.sunken : Theme.surface
    radius: Theme.radius

    Icon {
        id: icon

        x: Theme.compact ? 20 : 32
        anchors.verticalCenter: parent.verticalCenter
        name: card.iconName
        color: card.inkColor
        size: Theme.compact ? 40 : 48
    }

    Column {
        anchors.left: icon.right
        anchors.leftMargin: Theme.compact ? 20 : 32
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            height: Math.round(size * 1.25)
            color: card.inkColor
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            size: Theme.title
            text: card.title
        }

        Words {
            width: parent.width
            color: card.primary ? card.inkColor : Theme.muted
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            size: Theme.body
            text: card.detail
        }
    }

    MouseArea {
        id: touch

        anchors.fill: parent
        enabled: !card.primary
        onClicked: card.tapped()
    }
}
