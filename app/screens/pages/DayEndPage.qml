pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The day's end: what was printed, labelled and handed over, what is missing, the vehicle on the
// right.
Item {
    id: page

    required property DayEndModel day

    Item {
        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        Words {
            id: head

            y: Theme.compact ? 10 : 18
            size: Theme.head
            text: qsTr("Day end")
        }

        Words {
            anchors.baseline: head.baseline
            anchors.left: head.right
            anchors.leftMargin: 24
            color: Theme.muted
            size: Theme.body
            text: page.day.clockSteps > 0 ? qsTr("%1 · the clock jumped").arg(page.day.day) : page.day.day
        }

        DayFigures {
            id: figures

            anchors.top: head.bottom
            anchors.topMargin: Theme.compact ? 8 : 16
            width: parent.width
            figures: page.day.figures
            visible: page.day.arrived
        }

        Words {
            id: missing

            anchors.top: figures.bottom
            anchors.topMargin: Theme.compact ? 8 : 16
            color: page.day.missing > 0 ? Theme.refusedText : Theme.okText
            font.bold: true
            size: Theme.text
            text: page.day.missing > 0 ? qsTr("%n do(es) not add up", "", page.day.missing) : qsTr("Everything adds up")
            visible: page.day.arrived
        }

        ListView {
            id: list

            objectName: "dayEndList"
            anchors.top: missing.bottom
            anchors.topMargin: 8
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 8
            width: parent.width
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.day
            reuseItems: true
            spacing: 8

            delegate: DayFindingCard {
                width: list.width
            }
        }
    }

    DockPanel {
        anchors.right: parent.right
        width: Theme.panel
        height: parent.height
        day: page.day
    }
}
