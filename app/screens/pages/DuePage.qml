pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// What is due: past its goal first, then by wave; orders per hour on the right.
Item {
    id: page

    required property DueModel due
    required property AheadModel ahead
    readonly property int face: page.due.overdue > 0 ? PackModel.Wrong : page.due.late > 0 ? PackModel.Look : PackModel.Accepted

    Face {
        id: look

        face: page.face
    }

    Item {
        id: left

        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        Words {
            id: head

            y: Theme.compact ? 10 : 18
            size: Theme.head
            text: qsTr("Due board")
        }

        DueColumns {
            anchors.bottom: head.bottom
            width: parent.width
        }

        ListView {
            id: list

            objectName: "dueList"
            anchors.top: head.bottom
            anchors.topMargin: 8
            anchors.bottom: tried.top
            anchors.bottomMargin: 8
            width: parent.width
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.due
            reuseItems: true
            spacing: 8

            delegate: DueRowCard {
                width: list.width
            }
        }

        AheadBar {
            id: tried

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.compact ? 10 : 16
            width: parent.width
            ahead: page.ahead
        }

        Words {
            anchors.centerIn: parent
            visible: page.due.arrived && page.due.orders === 0
            color: Theme.muted
            size: Theme.head
            text: qsTr("Nothing is due")
        }
    }

    Rectangle {
        id: summary

        anchors.right: parent.right
        width: Theme.panel
        height: Theme.compact ? 232 : 328
        color: look.fill

        Icon {
            id: shape

            x: Theme.panelPad
            y: Theme.compact ? 40 : 64
            name: page.face === PackModel.Wrong ? "stop" : page.face === PackModel.Look ? "look" : "tick"
            color: look.ink
            second: summary.color
            size: Theme.compact ? 104 : 152
        }

        Words {
            id: figure

            anchors.left: shape.right
            anchors.leftMargin: Theme.compact ? 20 : 40
            anchors.verticalCenter: shape.verticalCenter
            color: look.ink
            size: page.due.overdue > 99 || page.due.late > 99 ? Theme.big : Theme.count
            text: page.due.overdue > 0 ? page.due.overdue : page.due.late
        }

        Column {
            anchors.left: figure.right
            anchors.leftMargin: Theme.compact ? 16 : 32
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: shape.verticalCenter

            Words {
                width: parent.width
                color: look.ink
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                size: Theme.title
                text: page.due.overdue > 0 ? qsTr("past limit") : qsTr("past goal")
            }

            Words {
                color: look.ink
                size: Theme.text
                text: page.due.overdue > 0 ? "48 h" : "24 h"
            }
        }

        Words {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.compact ? 14 : 24
            x: Theme.panelPad
            width: parent.width - 2 * x
            color: look.ink
            size: Theme.text
            text: {
                if (page.due.overdue + page.due.late === 0)
                    return qsTr("%n packed this hour", "", page.due.packedThisHour);
                return qsTr("First: %1, %2").arg(page.due.firstOrder).arg(Terms.situation(page.due.firstSituation));
            }
        }
    }

    DueBars {
        anchors.right: parent.right
        anchors.top: summary.bottom
        anchors.bottom: parent.bottom
        width: Theme.panel
        due: page.due
    }
}
