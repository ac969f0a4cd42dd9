pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One device looked at closely: what it last said, raw and as it counts, and what can be tried.
Rectangle {
    id: view

    required property DevicesModel devices
    required property deviceSeen seen
    readonly property int inner: view.width - 2 * Theme.panelPad
    readonly property bool scans: view.seen.kind === "scanner"

    width: Theme.panel
    color: Theme.sunken

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.compact ? 24 : 40
        width: view.inner
        spacing: Theme.compact ? 12 : 20

        Icon {
            name: view.seen.kind
            color: Theme.ink
            size: Theme.compact ? 64 : 96
        }

        Words {
            width: parent.width
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            size: Theme.title
            text: DeviceTerms.named(view.seen.model, view.seen.kind)
        }

        Words {
            width: parent.width
            color: Theme.muted
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            size: Theme.body
            text: DeviceTerms.about(view.seen)
        }

        Row {
            spacing: 16

            LampShape {
                anchors.verticalCenter: parent.verticalCenter
                light: view.seen.light
                size: Theme.compact ? 28 : 36
            }

            Words {
                size: Theme.name
                text: DeviceTerms.state(view.seen.state)
            }
        }

        Words {
            width: parent.width
            height: implicitHeight
            visible: text !== ""
            color: Theme.lookText
            size: Theme.body
            text: DeviceTerms.news(view.seen.warnings, view.seen.labelsRemaining)
            wrapMode: Text.Wrap
        }

        Words {
            width: parent.width
            height: implicitHeight
            visible: text !== ""
            color: Theme.muted
            size: Theme.body
            text: view.seen.advice
            wrapMode: Text.Wrap
        }

        LanguageChoice {
            width: parent.width
            devices: view.devices
            seen: view.seen
            visible: view.seen.asksLanguage
        }

        Words {
            visible: view.seen.kind === "scale"
            size: Theme.big
            text: view.seen.grams < 0 ? "–" : qsTr("%1 g").arg(view.seen.grams)
        }

        DeviceFact {
            width: parent.width
            visible: view.scans
            caption: qsTr("Last scan")
            size: Theme.title
            text: view.seen.lastScan === "" ? qsTr("scan anything") : view.seen.lastScan
        }

        DeviceFact {
            width: parent.width
            visible: view.scans && view.seen.lastRaw !== ""
            caption: qsTr("As it came")
            text: view.seen.lastRaw
        }

        DeviceFact {
            width: parent.width
            visible: view.scans && view.seen.lastScan !== ""
            caption: qsTr("Kind of code, said by the scanner")
            text: view.seen.lastAim === "" ? qsTr("not said") : view.seen.lastAim
        }
    }

    Row {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.compact ? 20 : 32
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 12

        Push {
            objectName: "calibratePrinter"
            visible: view.seen.mayCalibrate
            text: qsTr("Measure the paper")
            onTapped: view.devices.calibrate(view.seen.deviceId)
        }

        Push {
            objectName: "closeDevice"
            text: qsTr("Close")
            onTapped: view.devices.choose("")
        }
    }
}
