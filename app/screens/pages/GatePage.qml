pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The dispatch gate: box and label side by side, the last parcel below, the verdict on the right.
Item {
    id: page

    required property GateModel gate

    Item {
        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        Words {
            id: head

            y: Theme.compact ? 10 : 18
            size: Theme.head
            text: qsTr("Dispatch gate")
        }

        Push {
            objectName: "openDayEnd"
            anchors.right: parent.right
            anchors.verticalCenter: head.verticalCenter
            iconName: "tickbox"
            text: qsTr("Day end")
            onTapped: page.gate.dayEnd()
        }

        GateHalf {
            id: box

            anchors.top: head.bottom
            anchors.topMargin: Theme.compact ? 24 : 36
            width: Math.floor((parent.width - Theme.inset) / 2)
            height: Theme.compact ? 260 : 380
            caption: qsTr("Box: tote, slip or box code")
            iconName: "tote"
            text: page.gate.box === "" ? "" : qsTr("order %1").arg(page.gate.box)
        }

        GateHalf {
            anchors.top: box.top
            anchors.right: parent.right
            width: box.width
            height: box.height
            caption: qsTr("Label on the parcel")
            iconName: "label"
            text: page.gate.label === "" ? "" : qsTr("ends %1").arg(page.gate.label)
        }

        Rectangle {
            anchors.top: box.bottom
            anchors.topMargin: Theme.compact ? 16 : 24
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.compact ? 16 : 24
            width: parent.width
            color: Theme.surface
            radius: Theme.radius

            Words {
                id: lastCaption

                x: Theme.inset
                y: Theme.compact ? 12 : 20
                color: Theme.muted
                size: Theme.body
                text: qsTr("The parcel before")
            }

            Words {
                anchors.left: lastCaption.left
                anchors.top: lastCaption.bottom
                width: parent.width - 2 * Theme.inset
                font.bold: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                size: Theme.title
                text: page.gate.lastTail === "" ? qsTr("none yet") : qsTr("%1, ends %2").arg(page.gate.lastCourier).arg(page.gate.lastTail)
            }

            Words {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.compact ? 12 : 20
                x: Theme.inset
                width: parent.width - 2 * Theme.inset
                color: Theme.muted
                elide: Text.ElideRight
                size: Theme.body
                text: page.gate.lastTail === "" ? "" : qsTr("order %1 · %2").arg(page.gate.lastOrder).arg(page.gate.lastTime)
            }
        }
    }

    Panel {
        objectName: "gatePanel"
        anchors.right: parent.right
        height: parent.height
        face: page.gate.face
        footCaption: qsTr("Passed today")
        footText: page.gate.passed
        said: page.gate.said
        visible: !page.gate.refused
        word: Terms.verdict(page.gate.word)
    }

    GateRefusal {
        objectName: "gateRefusal"
        anchors.fill: parent
        gate: page.gate
        visible: page.gate.refused
    }
}
