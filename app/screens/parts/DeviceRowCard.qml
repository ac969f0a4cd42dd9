pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One device: what it is, how it is, what can be done with it.
Rectangle {
    id: card

    required property DevicesModel devices
    required property string deviceId
    required property string kind
    required property string deviceModel
    required property string language
    required property string transport
    required property string deviceState
    required property int light
    required property bool isUsed
    required property string lastScan
    required property int grams
    required property var warnings
    required property int labelsRemaining
    required property bool isChosen

    readonly property bool troubled: card.light === StripModel.Look || card.light === StripModel.Stopped || card.light === StripModel.Waiting
    readonly property color stateColor: {
        switch (card.light) {
        case StripModel.Look:
            return Theme.lookText;
        case StripModel.Waiting:
            return Theme.waitText;
        case StripModel.Stopped:
            return Theme.refusedText;
        default:
            return card.light === StripModel.Ready ? Theme.ink : Theme.muted;
        }
    }

    height: Theme.compact ? 88 : 116
    border.color: card.isChosen ? Theme.accent : card.light === StripModel.Look ? Theme.lookFill : card.troubled ? card.stateColor : Theme.line
    border.width: card.isChosen || card.light === StripModel.Look || card.light === StripModel.Stopped ? 4 : card.troubled ? 2 : 1
    color: Theme.surface
    radius: Theme.radius

    MouseArea {
        anchors.fill: parent
        objectName: "deviceRow"
        onClicked: card.devices.choose(card.deviceId)
    }

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.compact ? 20 : 32
        name: card.kind
        color: card.light === StripModel.Absent ? Theme.edge : Theme.ink
        size: Theme.compact ? 40 : 52
    }

    Words {
        id: name

        anchors.left: icon.right
        anchors.leftMargin: Theme.compact ? 16 : 36
        y: about.text === "" ? (card.height - height) / 2 : Theme.compact ? 4 : 10
        width: Theme.compact ? 250 : 330
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        size: Theme.compact ? 28 : 36
        text: DeviceTerms.named(card.deviceModel, card.kind)
    }

    Words {
        id: about

        anchors.left: name.left
        anchors.top: name.bottom
        width: name.width
        color: Theme.muted
        size: Theme.small
        text: {
            let told = card.deviceModel === "" || Theme.compact ? "" : DeviceTerms.kind(card.kind);
            if (card.language !== "")
                told += (told === "" ? "" : " · ") + card.language.toUpperCase();
            if (card.transport !== "")
                told += (told === "" ? "" : " · ") + DeviceTerms.transport(card.transport);
            return told;
        }
    }

    LampShape {
        id: lamp

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.compact ? 336 : 468
        light: card.light
        size: Theme.compact ? 32 : card.light === StripModel.Ready || card.light === StripModel.Absent ? 36 : 44
    }

    Words {
        id: status

        anchors.left: parent.left
        anchors.leftMargin: Theme.compact ? 388 : 544
        anchors.right: actions.left
        anchors.rightMargin: 12
        y: meaning.visible ? (Theme.compact ? 4 : 10) : (card.height - height) / 2
        color: card.stateColor
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        size: Theme.compact ? 28 : 36
        text: DeviceTerms.state(card.deviceState)
    }

    Words {
        id: meaning

        anchors.left: status.left
        anchors.right: status.right
        anchors.top: status.bottom
        visible: text !== ""
        color: Theme.muted
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        size: Theme.compact ? 24 : 28
        text: {
            const meaning = DeviceTerms.meaning(card.deviceState, card.transport);
            if (meaning !== "")
                return meaning;
            const news = DeviceTerms.news(card.warnings, card.warnings.length > 0 ? 0 : card.labelsRemaining);
            if (news !== "")
                return news;
            if (card.kind === "printer" && card.isUsed)
                return qsTr("this bench's printer");
            if (card.grams >= 0)
                return qsTr("%1 g").arg(card.grams);
            return card.lastScan === "" ? "" : qsTr("last scan %1").arg(card.lastScan);
        }
    }

    Row {
        id: actions

        anchors.right: parent.right
        anchors.rightMargin: Theme.compact ? 12 : 20
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.compact ? 8 : 12

        Push {
            objectName: "usePrinter"
            visible: card.kind === "printer" && !card.isUsed
            text: qsTr("Use")
            onTapped: card.devices.use(card.deviceId)
        }

        Push {
            objectName: "testPrinter"
            primary: card.troubled && card.kind === "printer" && card.deviceState !== "ready"
            visible: card.kind === "printer" && card.deviceState !== "unplugged" && card.deviceState !== "unknown-language"
            text: qsTr("Test")
            onTapped: card.devices.testPrint(card.deviceId)
        }

        Push {
            visible: card.kind === "sound" && card.deviceState === "ready"
            text: qsTr("Listen")
            onTapped: card.devices.testSound()
        }
    }
}
