pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Lines that are complete, folded into one.
Item {
    id: folded

    required property PackModel pack
    property int below: 0 ///< lines that did not fit above

    height: Theme.compact ? 64 : 80

    Icon {
        id: tick

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.compact ? 12 : 20
        visible: folded.pack.doneLines > 0
        name: "tick"
        color: Theme.okText
        size: Theme.compact ? 32 : 36
    }

    Words {
        id: sum

        anchors.left: tick.right
        anchors.leftMargin: Theme.compact ? 16 : 28
        anchors.verticalCenter: parent.verticalCenter
        visible: folded.pack.doneLines > 0
        color: Theme.okText
        size: Theme.compact ? 24 : 32
        text: qsTr("%1 complete · %2").arg(qsTr("%n line(s)", "", folded.pack.doneLines)).arg(qsTr("%n piece(s)", "", folded.pack.donePieces))
    }

    Words {
        anchors.left: sum.right
        anchors.leftMargin: Theme.compact ? 16 : 24
        anchors.right: more.visible ? more.left : pictures.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        visible: folded.pack.doneLines > 0
        color: Theme.muted
        opacity: truncated ? 0 : 1
        size: Theme.body
        text: folded.pack.doneText
    }

    Words {
        id: more

        anchors.right: pictures.left
        anchors.rightMargin: pictures.width > 0 ? 24 : 0
        anchors.verticalCenter: parent.verticalCenter
        visible: folded.below > 0
        color: Theme.accent
        size: Theme.body
        text: qsTr("%n more below", "", folded.below)
    }

    Row {
        id: pictures

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        Repeater {
            model: folded.pack.donePictures

            GoodsPicture {
                required property string modelData

                picture: modelData
                size: Theme.compact ? 48 : 64
            }
        }
    }
}
