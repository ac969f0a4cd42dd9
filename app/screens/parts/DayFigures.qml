pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Printed, labelled, left, on a list: a row for each courier, the total below.
Rectangle {
    id: table

    required property var figures
    readonly property int row: Theme.compact ? 40 : 52
    readonly property int column: Math.floor((table.width - 2 * Theme.inset) * 0.175)
    /// The total is always there, couriers as many as there is room for.
    readonly property int most: Theme.compact ? 4 : 5

    height: heads.height + rows.height + (Theme.compact ? 20 : 32)
    color: Theme.surface
    radius: Theme.radius

    Row {
        id: heads

        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        y: Theme.compact ? 8 : 12

        Repeater {
            model: [qsTr("printed"), qsTr("labelled"), qsTr("left"), qsTr("on a list")]

            Words {
                required property string modelData

                width: table.column
                color: Theme.muted
                horizontalAlignment: Text.AlignRight
                size: Theme.small
                text: modelData
            }
        }
    }

    Column {
        id: rows

        anchors.top: heads.bottom
        x: Theme.inset
        width: parent.width - 2 * Theme.inset

        Repeater {
            model: table.figures.slice(Math.max(0, table.figures.length - table.most - 1))

            Item {
                id: line

                required property var modelData

                width: rows.width
                height: table.row

                Rectangle {
                    width: parent.width
                    height: 2
                    color: Theme.line
                    visible: line.modelData.total
                }

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - 4 * table.column
                    elide: Text.ElideRight
                    font.bold: line.modelData.total
                    size: Theme.text
                    text: line.modelData.total ? qsTr("All") : line.modelData.name
                }

                Row {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter

                    Repeater {
                        model: [line.modelData.printed, line.modelData.applied, line.modelData.gone, line.modelData.listed]

                        Words {
                            required property int modelData

                            width: table.column
                            font.bold: line.modelData.total
                            horizontalAlignment: Text.AlignRight
                            size: Theme.text
                            text: modelData
                        }
                    }
                }
            }
        }
    }
}
