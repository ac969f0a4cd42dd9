pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The courier's pick-up: whose parcels wait, or the list that is being loaded, counted and signed.
Rectangle {
    id: panel

    required property DayEndModel day
    property string driver
    property string vehicle
    readonly property int inner: panel.width - 2 * Theme.panelPad
    readonly property bool refused: panel.day.face === PackModel.Stopped || panel.day.face === PackModel.Unknown || panel.day.face === PackModel.Look

    color: Theme.sunken

    Face {
        id: look

        face: panel.day.face
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.compact ? 12 : 24
        width: panel.inner
        spacing: Theme.compact ? 8 : 16

        Words {
            width: parent.width
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            size: Theme.title
            text: panel.day.loading ? qsTr("%1, list %2").arg(panel.day.listCourier).arg(panel.day.listNumber) : qsTr("Hand over to a courier")
        }

        Rectangle {
            objectName: "dockSaid"
            width: parent.width
            height: Theme.compact ? (panel.refused ? 240 : 148) : panel.refused ? 300 : 208
            color: panel.day.said === "" ? Theme.surface : look.fill
            radius: Theme.radius

            Words {
                anchors.fill: parent
                anchors.margins: Theme.compact ? 12 : 20
                color: panel.day.said === "" ? Theme.muted : look.ink
                font.bold: panel.day.said !== ""
                fontSizeMode: Text.Fit
                minimumPixelSize: 20
                size: Theme.text
                text: panel.day.said === "" ? qsTr("Scan a parcel's label: it opens its courier's list") : panel.refused && panel.day.steps !== "" ? panel.day.said + "\n" + panel.day.steps : panel.day.said
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.Wrap
            }
        }

        Words {
            objectName: "dockCount"
            width: parent.width
            color: panel.day.left > 0 ? Theme.lookText : Theme.ink
            font.bold: true
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            size: Theme.title
            text: panel.day.left > 0 ? qsTr("%1 on the vehicle, %2 not yet").arg(panel.day.loaded).arg(panel.day.left) : qsTr("%1 on the vehicle").arg(panel.day.loaded)
            visible: panel.day.loading
        }

        EditorInput {
            objectName: "driver"
            width: parent.width
            hint: qsTr("Driver")
            value: panel.driver
            visible: panel.day.loading
            onEntered: text => panel.driver = text
        }

        EditorInput {
            objectName: "vehicle"
            width: parent.width
            hint: qsTr("Vehicle")
            value: panel.vehicle
            visible: panel.day.loading
            onEntered: text => panel.vehicle = text
        }

        Push {
            objectName: "signHandover"
            width: parent.width
            enabled: panel.day.loaded > 0
            iconName: "tick"
            primary: panel.day.loaded > 0
            text: qsTr("Counted %1, signed").arg(panel.day.loaded)
            visible: panel.day.loading
            onTapped: {
                panel.forceActiveFocus(); // what is being typed is entered
                panel.day.sign(panel.driver, panel.vehicle);
                panel.driver = "";
                panel.vehicle = "";
            }
        }

        Repeater {
            model: panel.day.loading ? [] : panel.day.waiting

            Push {
                required property int index
                required property var modelData

                objectName: "handOver-" + modelData.key
                width: panel.inner
                iconName: "arrow"
                text: qsTr("%1: %n parcel(s)", "", modelData.parcels).arg(modelData.name)
                visible: index < 3
                onTapped: panel.day.begin(modelData.key)
            }
        }
    }

    Push {
        objectName: "writeDayEnd"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.compact ? 12 : 24
        anchors.horizontalCenter: parent.horizontalCenter
        width: panel.inner
        iconName: "file"
        text: qsTr("Write the day-end sheet")
        onTapped: panel.day.writeSheet()
    }
}
