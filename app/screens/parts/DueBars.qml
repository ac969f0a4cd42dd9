pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Orders whose goal falls into each of the next hours; what is past it stands first.
Rectangle {
    id: chart

    required property DueModel due
    readonly property int columns: chart.due.hours.length + 1
    readonly property int column: Math.floor((chart.width - 2 * Theme.panelPad) / Math.max(1, chart.columns))
    readonly property int barWidth: chart.column - (Theme.compact ? 10 : 16)
    readonly property int room: base.y - head.y - head.height - 56

    color: Theme.surface

    Words {
        id: head

        x: Theme.panelPad
        y: Theme.compact ? 16 : 28
        width: parent.width - 2 * x
        size: Theme.compact ? 24 : 32
        text: qsTr("Orders per hour of their 24 h goal")
    }

    Rectangle {
        id: base

        x: Theme.panelPad
        y: parent.height - (Theme.compact ? 64 : 90)
        width: parent.width - 2 * x
        height: 3
        color: Theme.ink
    }

    Item {
        id: past

        x: Theme.panelPad
        width: chart.column
        height: base.y

        Rectangle {
            id: overdue

            anchors.bottom: late.top
            width: chart.barWidth
            height: Math.round(chart.room * chart.due.overdueShare)
            color: Theme.refusedFill
        }

        Rectangle {
            id: late

            anchors.bottom: parent.bottom
            width: chart.barWidth
            height: Math.round(chart.room * chart.due.lateShare)
            color: Theme.lookFill
        }

        Words {
            anchors.bottom: overdue.top
            width: chart.barWidth
            horizontalAlignment: Text.AlignHCenter
            size: Theme.body
            text: chart.due.overdue + chart.due.late
        }
    }

    Words {
        anchors.horizontalCenter: past.horizontalCenter
        anchors.horizontalCenterOffset: -(chart.column - chart.barWidth) / 2
        anchors.top: base.bottom
        anchors.topMargin: 10
        color: Theme.muted
        size: Theme.small
        text: qsTr("past")
    }

    Row {
        x: Theme.panelPad + chart.column
        height: parent.height

        Repeater {
            model: chart.due.hours

            Item {
                id: hour

                required property var modelData

                width: chart.column
                height: chart.height

                Rectangle {
                    id: bar

                    y: base.y - height
                    width: chart.barWidth
                    height: Math.round(chart.room * hour.modelData.share)
                    color: hour.modelData.now ? Theme.accentFill : Theme.edge
                }

                Words {
                    anchors.bottom: bar.top
                    width: chart.barWidth
                    horizontalAlignment: Text.AlignHCenter
                    size: Theme.body
                    text: hour.modelData.orders
                }

                Words {
                    y: base.y + 13
                    width: chart.barWidth
                    color: hour.modelData.now ? Theme.accent : Theme.muted
                    horizontalAlignment: Text.AlignHCenter
                    size: Theme.small
                    text: hour.modelData.hour
                }
            }
        }
    }
}
