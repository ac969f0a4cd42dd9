pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// What to do, one numbered step a row.
Column {
    id: list

    required property var steps
    property int size: Theme.compact ? 36 : 52
    property color color: Theme.ink
    property color ground: Theme.surface
    readonly property int pitch: Math.round(list.size * 1.45)

    spacing: Theme.compact ? 8 : 4

    Repeater {
        model: list.steps

        Item {
            id: step

            required property string modelData
            required property int index

            width: list.width
            height: list.pitch

            Rectangle {
                id: dot

                anchors.verticalCenter: parent.verticalCenter
                width: Theme.compact ? 48 : 56
                height: width
                color: list.color
                radius: width / 2

                Words {
                    anchors.centerIn: parent
                    color: list.ground
                    font.bold: true
                    size: Theme.compact ? 28 : 32
                    text: step.index + 1
                }
            }

            // One large line, or two smaller ones where the words are many.
            Words {
                anchors.left: dot.right
                anchors.leftMargin: Theme.compact ? 20 : 28
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                height: list.pitch
                color: list.color
                font.bold: list.size >= 36
                fontSizeMode: Text.Fit
                maximumLineCount: 2
                minimumPixelSize: Theme.small
                size: list.size
                text: step.modelData
                wrapMode: Text.Wrap
            }
        }
    }
}
