pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The bench's devices: trouble first, what it holds up, what to do.
Item {
    id: page

    required property DevicesModel devices
    required property StripModel strip
    readonly property deviceSeen seen: page.devices.seen

    Item {
        id: left

        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        Words {
            id: head

            y: Theme.compact ? 10 : 18
            size: Theme.head
            text: qsTr("Devices")
        }

        Words {
            anchors.right: parent.right
            anchors.verticalCenter: head.verticalCenter
            color: Theme.muted
            size: Theme.body
            text: page.devices.troubled > 0 ? qsTr("Bench %1 · %2 ready, %3 to see to").arg(page.strip.bench).arg(page.devices.ready).arg(page.devices.troubled) : qsTr("Bench %1 · %2 ready").arg(page.strip.bench).arg(page.devices.ready)
        }

        ListView {
            id: list

            objectName: "deviceList"
            anchors.top: head.bottom
            anchors.topMargin: Theme.compact ? 4 : 8
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 8
            width: parent.width
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.devices
            spacing: Theme.gap

            delegate: DeviceRowCard {
                width: list.width
                devices: page.devices
            }
        }
    }

    Panel {
        id: panel

        anchors.right: parent.right
        height: parent.height
        visible: page.seen.kind === "" || (page.seen.isTrouble && page.seen.state !== "unknown-language")
        face: {
            if (!page.seen.isTrouble)
                return page.devices.arrived ? PackModel.Accepted : PackModel.Wait;
            switch (page.seen.light) {
            case StripModel.Stopped:
                return PackModel.Stopped;
            case StripModel.Waiting:
                return PackModel.Wait;
            default:
                return PackModel.Look;
            }
        }
        said: page.seen.isTrouble ? DeviceTerms.named(page.seen.model, page.seen.kind) : qsTr("Every device of this bench works")
        word: page.seen.isTrouble ? DeviceTerms.state(page.seen.state) : page.devices.arrived ? Terms.verdict(PackModel.OkWord) : Terms.verdict(PackModel.WaitWord)

        StepList {
            width: parent.width
            color: panel.inkColor
            ground: panel.color
            size: Theme.compact ? 28 : 36
            spacing: Theme.compact ? 8 : 16
            steps: page.seen.isTrouble ? DeviceTerms.steps(page.seen.state, page.seen.transport) : []
            visible: page.seen.isTrouble
        }
    }

    DeviceView {
        anchors.right: parent.right
        height: parent.height
        visible: !panel.visible
        devices: page.devices
        seen: page.seen
    }
}
