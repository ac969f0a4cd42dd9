pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Held scans, the last parcel, menu and undo: alike on every page.
Rectangle {
    id: strip

    required property KioskModel kiosk
    readonly property PackModel pack: strip.kiosk.pack
    readonly property int held: strip.pack.heldCount
    readonly property bool busy: strip.held > 0 || strip.pack.scansWaiting > 0

    height: Theme.strip
    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        width: heldRow.x + heldRow.width + 24
        height: parent.height
        visible: strip.busy
        color: Theme.waitTint
    }

    Row {
        id: heldRow

        x: Theme.margin
        height: parent.height
        spacing: Theme.compact ? 16 : 20

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: strip.busy ? "wait" : "layers"
            color: strip.busy ? Theme.waitText : Theme.muted
            second: strip.busy ? Theme.waitTint : Theme.surface
            size: 40
        }

        StripFigure {
            caption: qsTr("Held scans")
            captionColor: strip.busy ? Theme.waitText : Theme.muted
            size: Theme.body
            text: {
                if (strip.pack.scansWaiting > 0)
                    return qsTr("%1 came too fast, being judged").arg(strip.pack.scansWaiting);
                return strip.held > 0 ? qsTr("%1, judged after release").arg(strip.held) : qsTr("none");
            }
        }

        Repeater {
            model: strip.pack.held

            Rectangle {
                id: chip

                required property string modelData
                required property int index

                visible: chip.index < (Theme.compact ? 2 : 3)
                anchors.verticalCenter: parent.verticalCenter
                width: chipText.width + (Theme.compact ? 24 : 40)
                height: Theme.compact ? 48 : 60
                border.color: Theme.waitText
                border.width: 2
                color: Theme.surface
                radius: Theme.radius

                Words {
                    id: chipText

                    anchors.centerIn: parent
                    size: Theme.body
                    text: qsTr("ends %1").arg(chip.modelData)
                }
            }
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            visible: strip.held > (Theme.compact ? 2 : 3)
            color: Theme.waitText
            size: Theme.body
            text: "+" + (strip.held - (Theme.compact ? 2 : 3))
        }
    }

    Row {
        id: parcel

        readonly property bool current: strip.pack.hasLabel && strip.pack.step === PackModel.ScanLabel

        anchors.left: heldRow.right
        anchors.leftMargin: Theme.compact ? 48 : 88
        anchors.right: buttons.left
        height: parent.height
        visible: !(Theme.compact && strip.held > 0)
        spacing: Theme.compact ? 16 : 20

        CopyShape {
            anchors.verticalCenter: parent.verticalCenter
            copyState: parcel.current ? "printed" : strip.pack.lastTail === "" ? "" : strip.pack.lastState
            size: Theme.compact ? 36 : 40
        }

        StripFigure {
            width: parcel.width - 80
            caption: parcel.current ? qsTr("This parcel") : qsTr("Last parcel")
            size: Theme.body
            text: {
                if (parcel.current)
                    return Theme.compact ? qsTr("%1 · ends %2").arg(Terms.copyState("printed")).arg(strip.pack.labelTail) : qsTr("%1 · %2, ends %3").arg(Terms.copyState("printed")).arg(strip.pack.labelCourier).arg(strip.pack.labelTail);
                if (strip.pack.lastTail === "")
                    return qsTr("none yet");
                if (Theme.compact || strip.held > 0)
                    return qsTr("%1 · ends %2").arg(Terms.copyState(strip.pack.lastState)).arg(strip.pack.lastTail);
                return qsTr("%1 · %2, ends %3").arg(Terms.copyState(strip.pack.lastState)).arg(strip.pack.lastCourier).arg(strip.pack.lastTail);
            }
        }
    }

    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Theme.compact ? 16 : 24
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16

        Push {
            objectName: "menuButton"
            iconName: "menu"
            text: qsTr("Menu")
            onTapped: strip.kiosk.menuOpen = true
        }

        Push {
            objectName: "undoButton"
            enabled: strip.pack.canUndo && !strip.pack.refused
            iconName: "undo"
            text: qsTr("Undo last scan")
            onTapped: strip.pack.undo()
        }
    }

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
}
