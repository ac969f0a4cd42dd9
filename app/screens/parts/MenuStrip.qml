pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The pages, in place of the bottom strip: choosing one hides nothing of the work.
Rectangle {
    id: menu

    required property KioskModel kiosk
    readonly property bool signedOn: menu.kiosk.strip.badge !== ""

    height: Theme.strip
    color: Theme.surface

    // Swallows touches beside the buttons.
    MouseArea {
        anchors.fill: parent
    }

    Row {
        id: pages

        anchors.left: parent.left
        anchors.leftMargin: Theme.compact ? 12 : 24
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.compact ? 8 : 12
        visible: !menu.kiosk.typing

        Repeater {
            model: [
                {
                    page: KioskModel.PackPage,
                    icon: "pack",
                    name: qsTr("Pack"),
                    free: true
                },
                {
                    page: KioskModel.DuePage,
                    icon: "clock",
                    name: qsTr("Due"),
                    free: true
                },
                {
                    page: KioskModel.GatePage,
                    icon: "tickbox",
                    name: qsTr("Gate"),
                    free: false
                },
                {
                    page: KioskModel.ImportPage,
                    icon: "import",
                    name: qsTr("Import"),
                    free: false
                },
                {
                    page: KioskModel.LabelsPage,
                    icon: "label",
                    name: qsTr("Labels"),
                    free: false
                },
                {
                    page: KioskModel.DevicesPage,
                    icon: "device",
                    name: qsTr("Devices"),
                    free: true
                },
                {
                    page: KioskModel.EditorPage,
                    icon: "template",
                    name: qsTr("Layout"),
                    free: false
                }
            ]

            Push {
                required property var modelData

                objectName: "menuPage" + modelData.page
                width: implicitWidth - 24 // seven of them stand beside each other
                chosen: menu.kiosk.page === modelData.page
                enabled: modelData.free || menu.signedOn
                iconName: Theme.compact ? "" : modelData.icon
                text: modelData.name
                onTapped: menu.kiosk.show(modelData.page)
            }
        }

        Push {
            objectName: "menuTyping"
            enabled: menu.signedOn
            iconName: "keyboard"
            onTapped: menu.kiosk.typing = true
        }
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.compact ? 12 : 24
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.compact ? 8 : 12

        Push {
            objectName: "menuLanguage"
            visible: !menu.kiosk.typing
            iconName: Theme.compact ? "" : "language"
            // The other language, in itself.
            text: menu.kiosk.chinese ? "English" : "中文"
            onTapped: menu.kiosk.setChinese(!menu.kiosk.chinese)
        }

        Push {
            objectName: "menuDark"
            visible: !menu.kiosk.typing
            iconName: Theme.dark ? "sun" : "moon"
            onTapped: menu.kiosk.dark = !menu.kiosk.dark
        }

        Push {
            objectName: "menuSignOff"
            enabled: menu.signedOn
            visible: !menu.kiosk.typing
            iconName: "signoff"
            text: Theme.compact ? "" : qsTr("Sign off")
            onTapped: menu.kiosk.signOff()
        }

        Push {
            objectName: "menuClose"
            iconName: "close"
            onTapped: menu.kiosk.menuOpen = false
        }
    }

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.compact ? 800 : 1100
        height: Theme.button
        visible: menu.kiosk.typing
        border.color: Theme.accent
        border.width: 4
        color: Theme.surface
        radius: Theme.radius

        Words {
            anchors.fill: parent
            anchors.leftMargin: 24
            visible: field.text === ""
            color: Theme.muted
            text: qsTr("Type the code under the bars, then Enter")
        }

        TextInput {
            id: field

            objectName: "codeField"
            anchors.fill: parent
            anchors.leftMargin: 24
            color: Theme.ink
            focus: menu.kiosk.typing
            font.pixelSize: Theme.text
            inputMethodHints: Qt.ImhNoPredictiveText
            maximumLength: 200
            verticalAlignment: TextInput.AlignVCenter
            Keys.onEscapePressed: menu.kiosk.menuOpen = false
            onAccepted: menu.kiosk.typed(field.text)
            onVisibleChanged: {
                field.clear();
                if (field.visible)
                    field.forceActiveFocus();
            }
        }
    }

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
}
