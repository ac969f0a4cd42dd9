pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// A heading or an order on the due board.
Item {
    id: row

    required property bool isHead
    required property string time
    required property int day
    required property int count
    required property string timeLeft
    required property string order
    required property string shop
    required property int pieces
    required property string courier
    required property string goal
    required property bool goalOver
    required property string limit
    required property bool limitOver
    required property real elapsed
    required property int dueState
    required property string situation

    readonly property bool overdue: row.dueState === 2
    readonly property bool late: row.dueState === 1
    readonly property color barColor: row.overdue ? Theme.refusedFill : row.late ? Theme.lookFill : Theme.edge

    height: row.isHead ? (Theme.compact ? 48 : 56) : Theme.compact ? 72 : 88

    Item {
        anchors.fill: parent
        visible: row.isHead

        Words {
            id: headName

            anchors.verticalCenter: parent.verticalCenter
            size: Theme.name
            text: {
                if (row.time === "")
                    return qsTr("Past the goal");
                if (row.day <= 0)
                    return qsTr("%1 wave").arg(row.time);
                return row.day === 1 ? qsTr("Tomorrow, %1 wave").arg(row.time) : qsTr("In %1 days, %2 wave").arg(row.day).arg(row.time);
            }
        }

        Words {
            anchors.left: headName.right
            anchors.leftMargin: 24
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.muted
            font.bold: false
            size: Theme.name
            text: qsTr("%n order(s)", "", row.count)
        }

        Words {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.muted
            size: Theme.body
            text: row.time === "" ? qsTr("pack these first") : row.timeLeft === "" ? "" : qsTr("cut-off in %1").arg(row.timeLeft)
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: !row.isHead
        border.color: row.overdue ? Theme.refusedText : Theme.line
        border.width: row.overdue ? 4 : 1
        color: Theme.surface
        radius: Theme.radius

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.compact ? 14 : 26
            visible: row.overdue || row.late
            name: row.overdue ? "stop" : "look"
            color: row.overdue ? Theme.refusedText : Theme.lookFill
            second: row.overdue ? Theme.surface : Theme.print
            size: Theme.compact ? 32 : 40
        }

        Words {
            x: Theme.compact ? 60 : 96
            y: Theme.compact ? 0 : 2
            width: Theme.compact ? 250 : 200
            height: Theme.compact ? 40 : 48
            font.bold: true
            size: Theme.compact ? 28 : 36
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            text: Theme.compact ? qsTr("%1 · %2 pc").arg(row.order).arg(row.pieces) : qsTr("ends %1").arg(row.order)
        }

        Words {
            x: Theme.compact ? 60 : 96
            y: Theme.compact ? 36 : 48
            width: Theme.compact ? 250 : 200
            height: 34
            color: Theme.muted
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 18
            size: Theme.small
            text: row.shop
        }

        Words {
            x: 304
            y: 4
            width: 176
            height: 44
            visible: !Theme.compact
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            size: 32
            text: row.courier === "" ? "—" : row.courier
        }

        Words {
            x: 304
            y: 48
            width: 176
            height: 34
            visible: !Theme.compact
            color: Theme.muted
            size: Theme.small
            text: qsTr("%n piece(s)", "", row.pieces)
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            x: (Theme.compact ? 470 : 695) - width
            width: Theme.compact ? 150 : 210
            color: !row.goalOver ? Theme.ink : row.overdue ? Theme.refusedText : Theme.lookText
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignRight
            minimumPixelSize: Theme.small
            size: Theme.figure
            text: row.goalOver ? qsTr("over %1").arg(row.goal) : row.goal
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            x: (Theme.compact ? 620 : 888) - width
            width: Theme.compact ? 140 : 185
            color: row.limitOver ? Theme.refusedText : Theme.ink
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignRight
            minimumPixelSize: Theme.small
            size: Theme.figure
            text: row.limitOver ? qsTr("over %1").arg(row.limit) : row.limit
        }

        Rectangle {
            id: bar

            anchors.verticalCenter: parent.verticalCenter
            x: 920
            width: 144
            height: 16
            visible: !Theme.compact
            color: Theme.sunken

            Rectangle {
                width: Math.round(parent.width * row.elapsed)
                height: parent.height
                color: row.barColor
            }

            Repeater {
                model: 2

                Rectangle {
                    required property int index

                    x: (index + 1) * bar.width / 2 - 2
                    y: -8
                    width: 3
                    height: 32
                    color: Theme.ink
                }
            }
        }

        Words {
            anchors.right: parent.right
            anchors.rightMargin: Theme.compact ? 16 : 20
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.compact ? 160 : 120
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignRight
            minimumPixelSize: 20
            size: Theme.compact ? 28 : 32
            text: Terms.situation(row.situation)
        }
    }
}
