pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The right third: one word and one picture, what they are about, and what is left to do.
Rectangle {
    id: panel

    required property int face
    required property string word
    property string said
    property string detail
    property string footCaption
    property string footText
    property bool bare: false ///< the whole work area has this colour already
    readonly property color inkColor: look.ink
    readonly property int inner: panel.width - 2 * Theme.panelPad
    readonly property bool tight: foot.height > (Theme.compact ? 130 : 170)
    default property alias foot: foot.data

    width: Theme.panel
    color: panel.bare ? "transparent" : look.fill

    Face {
        id: look

        face: panel.face
    }

    // One line of a smaller size reads better than two with one word on the second.
    TextMetrics {
        id: metrics

        font.bold: true
        font.pixelSize: Theme.lead
        text: panel.said
    }

    Icon {
        id: icon

        anchors.horizontalCenter: parent.horizontalCenter
        y: panel.tight ? (Theme.compact ? 32 : 48) : Theme.compact ? 56 : 68
        visible: name !== ""
        name: look.icon
        color: panel.inkColor
        second: look.fill
        size: panel.tight ? (Theme.compact ? 120 : 192) : Theme.compact ? 144 : 248
    }

    LargeWords {
        id: word

        objectName: "verdictWord"
        anchors.horizontalCenter: parent.horizontalCenter
        y: panel.tight ? (Theme.compact ? 160 : 256) : Theme.compact ? 212 : 336
        width: panel.inner
        height: panel.tight ? (Theme.compact ? 136 : 200) : Theme.compact ? 152 : 232
        color: panel.inkColor
        alignment: Qt.AlignHCenter
        minimumSize: Theme.small
        size: panel.tight && !Theme.compact ? Theme.count : Theme.word
        text: panel.word
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: panel.tight ? (Theme.compact ? 304 : 464) : Theme.compact ? 372 : 572
        width: panel.inner

        Words {
            width: parent.width
            height: Math.min(implicitHeight, Theme.compact ? 96 : 128)
            color: panel.inkColor
            font.bold: true
            fontSizeMode: Text.Fit
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 3
            minimumPixelSize: Theme.small
            size: metrics.advanceWidth > panel.inner ? Theme.text : Theme.lead
            text: panel.said
            wrapMode: Text.Wrap
        }

        Words {
            width: parent.width
            visible: panel.detail !== ""
            color: panel.inkColor
            horizontalAlignment: Text.AlignHCenter
            size: Theme.text
            text: panel.detail
        }
    }

    Rectangle {
        id: rule

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.compact ? 12 : 24
        width: panel.inner
        height: 2
        visible: foot.height > 0
        color: panel.inkColor
        opacity: 0.5
    }

    Column {
        id: foot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.compact ? 24 : 36
        anchors.horizontalCenter: parent.horizontalCenter
        width: panel.inner

        Words {
            width: parent.width
            visible: panel.footCaption !== ""
            color: panel.inkColor
            size: Theme.body
            text: panel.footCaption
        }

        Words {
            width: parent.width
            visible: panel.footText !== ""
            color: panel.inkColor
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            size: Theme.place
            text: panel.footText
        }
    }
}
