pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One step on the way of a label: done, to do, or the one in focus.
Rectangle {
    id: card

    enum Stage {
        Done,
        Later,
        Now,
        Waiting
    }

    required property int number
    required property int stage
    required property string title
    required property string detail

    readonly property bool now: card.stage === StepCard.Now
    readonly property bool plain: card.stage === StepCard.Done
    readonly property color markColor: card.stage === StepCard.Done ? Theme.okText : card.stage === StepCard.Now ? Theme.accentFill : card.stage === StepCard.Waiting ? Theme.waitText : Theme.edge

    height: words.height + (Theme.compact ? card.now ? 32 : 16 : card.now ? 64 : 32)
    border.color: card.now ? Theme.accent : card.plain ? "transparent" : Theme.line
    border.width: card.now ? 4 : card.plain ? 0 : 1
    color: card.plain ? "transparent" : Theme.surface
    radius: Theme.radius

    Rectangle {
        id: dot

        x: Theme.compact ? 16 : 32
        y: words.y + (title.height - height) / 2 + (Theme.compact ? 4 : 12)
        width: Theme.compact ? 48 : 64
        height: width
        border.color: card.markColor
        border.width: 3
        color: card.now ? Theme.accentFill : "transparent"
        radius: width / 2

        Words {
            anchors.centerIn: parent
            visible: card.stage === StepCard.Later || card.stage === StepCard.Now
            color: card.now ? "#FFFFFF" : Theme.muted
            font.bold: false
            size: Theme.compact ? 28 : 36
            text: card.number
        }

        Icon {
            anchors.centerIn: parent
            visible: card.stage === StepCard.Done || card.stage === StepCard.Waiting
            name: card.stage === StepCard.Done ? "tick" : "wait"
            color: card.markColor
            second: card.color
            size: Theme.compact ? 24 : 32
        }
    }

    Column {
        id: words

        anchors.left: dot.right
        anchors.leftMargin: Theme.compact ? 16 : 32
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter

        Words {
            id: title

            width: parent.width
            color: card.stage === StepCard.Done ? Theme.okText : card.stage === StepCard.Waiting ? Theme.waitText : Theme.ink
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            size: card.now ? Theme.value : Theme.title
            text: card.title
        }

        Words {
            width: parent.width
            color: Theme.muted
            maximumLineCount: 2
            size: Theme.body
            text: card.detail
            wrapMode: Text.Wrap
        }
    }
}
