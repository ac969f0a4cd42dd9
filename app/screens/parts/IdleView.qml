pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Between two orders: what opens the next one, and how the wave stands.
Item {
    id: view

    required property KioskModel kiosk
    readonly property StripModel strip: view.kiosk.strip

    Words {
        id: head

        y: Theme.compact ? 20 : 32
        width: parent.width
        size: Theme.place
        text: view.kiosk.pack.singleItemMode ? qsTr("Scan the item itself") : qsTr("Scan the next order")
    }

    Words {
        id: sub

        anchors.top: head.bottom
        width: parent.width
        color: Theme.muted
        size: Theme.text
        text: view.kiosk.pack.singleItemMode ? qsTr("Single-item mode: the order that is due first opens.") : qsTr("Any one of these opens it:")
    }

    Row {
        id: ways

        anchors.top: sub.bottom
        anchors.topMargin: Theme.compact ? 16 : 28
        spacing: Theme.compact ? 16 : 32

        Repeater {
            model: [
                {
                    icon: "slip",
                    name: qsTr("Slip"),
                    detail: qsTr("the code on the outbound slip")
                },
                {
                    icon: "tote",
                    name: qsTr("Tote"),
                    detail: qsTr("the code on the picked tote")
                },
                {
                    icon: "label",
                    name: qsTr("Waybill"),
                    detail: qsTr("a number given by the shop")
                }
            ]

            Rectangle {
                id: way

                required property var modelData

                width: Math.floor((view.width - 2 * ways.spacing) / 3)
                height: Theme.compact ? 240 : 340
                border.color: Theme.line
                color: Theme.surface
                radius: Theme.radius

                Icon {
                    id: icon

                    anchors.horizontalCenter: parent.horizontalCenter
                    y: Theme.compact ? 24 : 40
                    name: way.modelData.icon
                    color: Theme.accent
                    size: Theme.compact ? 88 : 128
                }

                Words {
                    id: name

                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.top: icon.bottom
                    anchors.topMargin: Theme.compact ? 8 : 20
                    size: Theme.title
                    text: way.modelData.name
                }

                Words {
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.top: name.bottom
                    width: parent.width - 32
                    color: Theme.muted
                    horizontalAlignment: Text.AlignHCenter
                    maximumLineCount: 2
                    size: Theme.body
                    text: way.modelData.detail
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    Rectangle {
        anchors.top: ways.bottom
        anchors.topMargin: Theme.compact ? 16 : 32
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.compact ? 20 : 32
        width: parent.width
        border.color: Theme.line
        color: Theme.surface
        radius: Theme.radius
        visible: view.strip.waveTotal > 0

        Words {
            id: wave

            x: Theme.inset
            y: Theme.compact ? 14 : 32
            color: Theme.muted
            size: Theme.text
            text: qsTr("%1 wave").arg(view.strip.waveText)
        }

        Words {
            x: Theme.inset
            anchors.top: wave.bottom
            size: Theme.place
            text: qsTr("%n order(s) left", "", view.strip.waveLeft)
        }

        Words {
            anchors.right: parent.right
            anchors.rightMargin: Theme.inset
            anchors.verticalCenter: wave.verticalCenter
            color: Theme.muted
            size: Theme.text
            text: view.strip.next === StripModel.Limit ? qsTr("earliest limit in") : qsTr("cut-off in")
        }

        Words {
            anchors.right: parent.right
            anchors.rightMargin: Theme.inset
            anchors.top: wave.bottom
            color: view.strip.isOver ? Theme.refusedText : Theme.ink
            size: Theme.place
            text: view.strip.isOver ? qsTr("over %1").arg(view.strip.nextLimitText) : view.strip.nextLimitText
        }

        Rectangle {
            x: Theme.inset
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.compact ? 20 : 32
            width: parent.width - 2 * Theme.inset
            height: Theme.compact ? 24 : 32
            border.color: Theme.edge
            border.width: 2
            color: "transparent"

            Rectangle {
                width: Math.round(parent.width * view.strip.waveDone)
                height: parent.height
                color: Theme.okText
            }
        }
    }
}
