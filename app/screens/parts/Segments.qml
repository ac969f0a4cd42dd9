pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Pieces done and to do: one segment a piece, or one bar where there are many.
Item {
    id: segments

    required property int done
    required property int wanted
    readonly property bool single: segments.wanted > 12

    implicitHeight: 16

    Row {
        anchors.right: parent.right
        spacing: 4
        visible: !segments.single

        Repeater {
            model: segments.single ? 0 : segments.wanted

            Rectangle {
                required property int index

                width: Math.min(Theme.compact ? 31 : 47, Math.floor((segments.width + 4) / segments.wanted) - 4)
                height: 16
                border.color: index < segments.done ? Theme.okText : Theme.edge
                border.width: 2
                color: index < segments.done ? Theme.okText : "transparent"
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: segments.single
        border.color: Theme.edge
        border.width: 2
        color: "transparent"

        Rectangle {
            width: segments.wanted > 0 ? Math.round(parent.width * segments.done / segments.wanted) : 0
            height: parent.height
            color: Theme.okText
        }
    }
}
