pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The window: two strips that are alike on every page, the pages between them.
Window {
    id: main

    required property KioskModel kiosk

    color: Theme.background
    minimumHeight: 720
    minimumWidth: 1200
    title: "Packbench"

    onClosing: close => {
        close.accepted = main.visibility !== Window.FullScreen;
    }

    Binding {
        property: "compact"
        target: Theme
        value: main.width < 1600
    }

    Binding {
        property: "dark"
        target: Theme
        value: main.kiosk.dark
    }

    Item {
        anchors.fill: parent

        Shortcut {
            sequence: "F1"
            onActivated: main.kiosk.show(KioskModel.PackPage)
        }

        Shortcut {
            sequence: "F2"
            onActivated: main.kiosk.show(KioskModel.DuePage)
        }

        Shortcut {
            sequence: "F3"
            onActivated: main.kiosk.show(KioskModel.ImportPage)
        }

        Shortcut {
            sequence: "F4"
            onActivated: main.kiosk.show(KioskModel.LabelsPage)
        }

        Shortcut {
            sequence: "F5"
            onActivated: main.kiosk.show(KioskModel.DevicesPage)
        }

        Shortcut {
            sequence: "F6"
            onActivated: main.kiosk.show(KioskModel.EditorPage)
        }

        Shortcut {
            sequence: "F7"
            onActivated: main.kiosk.show(KioskModel.GatePage)
        }

        Shortcut {
            sequence: "F8"
            onActivated: main.kiosk.typing = true
        }

        Shortcut {
            sequence: "F9"
            onActivated: main.kiosk.setChinese(!main.kiosk.chinese)
        }

        Shortcut {
            sequence: "F10"
            onActivated: main.kiosk.dark = !main.kiosk.dark
        }

        Shortcut {
            sequence: "Escape"
            onActivated: main.kiosk.menuOpen = false
        }
    }

    TopStrip {
        id: top

        width: parent.width
        model: main.kiosk.strip
    }

    Item {
        id: work

        objectName: "workArea"
        anchors.top: top.bottom
        anchors.bottom: bottom.top
        width: parent.width

        PackPage {
            objectName: "packPage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.PackPage && main.kiosk.pack.step !== PackModel.SignedOff
            kiosk: main.kiosk
        }

        SignOnPage {
            objectName: "signOnPage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.PackPage && main.kiosk.pack.step === PackModel.SignedOff
            kiosk: main.kiosk
        }

        DuePage {
            objectName: "duePage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.DuePage
            ahead: main.kiosk.ahead
            due: main.kiosk.due
        }

        ImportPage {
            objectName: "importPage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.ImportPage
            imports: main.kiosk.imports
        }

        LabelsPage {
            objectName: "labelsPage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.LabelsPage
            labels: main.kiosk.labels
        }

        InboxPage {
            objectName: "inboxPage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.InboxPage
            inbox: main.kiosk.inbox
        }

        StartUpPage {
            objectName: "startUpPage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.StartUpPage
            start: main.kiosk.startUp
        }

        DevicesPage {
            objectName: "devicesPage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.DevicesPage
            devices: main.kiosk.devices
            strip: main.kiosk.strip
        }

        EditorPage {
            objectName: "editorPage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.EditorPage
            template: main.kiosk.templates
        }

        GatePage {
            objectName: "gatePage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.GatePage
            gate: main.kiosk.gate
        }

        DayEndPage {
            objectName: "dayEndPage"
            anchors.fill: parent
            visible: main.kiosk.page === KioskModel.DayEndPage
            day: main.kiosk.dayEnd
        }

        FaultPage {
            objectName: "faultPage"
            anchors.fill: parent
            sentence: main.kiosk.fault
            steps: main.kiosk.faultSteps
            visible: main.kiosk.fault !== ""
        }

        Rectangle {
            objectName: "noticeBar"
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.compact ? 56 : 64
            color: Theme.ink
            visible: main.kiosk.notice !== "" && main.kiosk.fault === ""

            Words {
                anchors.fill: parent
                anchors.leftMargin: Theme.margin
                anchors.rightMargin: Theme.margin
                color: Theme.surface
                text: main.kiosk.notice
            }
        }
    }

    BottomStrip {
        id: bottom

        anchors.bottom: parent.bottom
        width: parent.width
        kiosk: main.kiosk
    }

    MenuStrip {
        objectName: "menuStrip"
        anchors.fill: bottom
        kiosk: main.kiosk
        visible: main.kiosk.menuOpen
    }
}
