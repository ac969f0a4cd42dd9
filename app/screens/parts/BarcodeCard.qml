pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// A command card on screen: a real Code 128, two pixels a module with its quiet zones, to be
// scanned or tapped.
Rectangle {
    id: card

    required property string code
    required property string caption
    property bool tappable: true
    property int barHeight: 56

    signal tapped

    width: image.width + 48
    height: image.height + caption.height + 24
    color: touch.pressed ? Theme.backdrop : Theme.paper
    radius: Theme.radius

    Image {
        id: image

        anchors.horizontalCenter: parent.horizontalCenter
        y: 16
        width: sourceSize.width
        height: card.barHeight
        fillMode: Image.TileHorizontally
        smooth: false
        source: "qrc:/qt/qml/Packbench/Screens/cards/" + card.code + ".svg"
        verticalAlignment: Image.AlignTop
    }

    Words {
        id: caption

        anchors.horizontalCenter: parent.horizontalCenter
        y: card.barHeight + 16
        color: Theme.print
        size: Theme.small
        text: card.caption
    }

    MouseArea {
        id: touch

        anchors.fill: parent
        enabled: card.tappable
        onClicked: card.tapped()
    }
}
