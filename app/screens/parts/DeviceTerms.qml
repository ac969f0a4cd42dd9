pragma Singleton
import QtQuick

// Devices and their states in the words of the floor.
QtObject {
    function kind(kind: string): string {
        switch (kind) {
        case "printer":
            return qsTr("Label printer");
        case "scanner":
            return qsTr("Scanner");
        case "scale":
            return qsTr("Scale");
        case "ledger":
            return qsTr("Ledger");
        case "sound":
            return qsTr("Loudspeaker");
        default:
            return kind;
        }
    }

    function transport(transport: string): string {
        switch (transport) {
        case "usb":
            return "USB";
        case "virtual":
            return qsTr("virtual");
        case "wedge":
            return qsTr("types like a keyboard");
        case "sqlite":
            return qsTr("on this computer");
        case "postgres":
        case "postgresql":
            return qsTr("on the server");
        default:
            return transport;
        }
    }

    function state(state: string): string {
        switch (state) {
        case "ready":
            return qsTr("Ready");
        case "printing":
            return qsTr("Printing");
        case "paused":
            return qsTr("Paused");
        case "paper-out":
            return qsTr("Out of paper");
        case "ribbon-out":
            return qsTr("Out of ribbon");
        case "head-open":
            return qsTr("Cover open");
        case "cutter-fault":
            return qsTr("Cutter stuck");
        case "too-hot":
            return qsTr("Too hot");
        case "fault":
            return qsTr("Fault");
        case "unplugged":
            return qsTr("Unplugged");
        case "unknown":
            return qsTr("Does not answer");
        case "no-sound":
            return qsTr("No loudspeaker");
        case "silent":
            return qsTr("Switched off");
        case "absent":
            return qsTr("Not set up");
        default:
            return state;
        }
    }

    /// What the state means for the work.
    function meaning(state: string): string {
        switch (state) {
        case "paper-out":
        case "ribbon-out":
        case "head-open":
        case "paused":
        case "cutter-fault":
        case "too-hot":
            return qsTr("Labels wait, none is lost");
        case "fault":
        case "unplugged":
            return qsTr("No label comes for now");
        case "unknown":
            return qsTr("Sent, but not confirmed");
        case "no-sound":
            return qsTr("Seen, but not heard");
        default:
            return "";
        }
    }

    function steps(state: string): list<string> {
        switch (state) {
        case "paper-out":
            return [qsTr("Open the cover"), qsTr("New roll, labels facing up"), qsTr("Close it, wait for green")];
        case "ribbon-out":
            return [qsTr("Open the cover"), qsTr("Put in a new ribbon"), qsTr("Close it, wait for green")];
        case "head-open":
            return [qsTr("Press the cover shut"), qsTr("Wait for green")];
        case "paused":
            return [qsTr("Press Pause on the printer")];
        case "unplugged":
            return [qsTr("Check plug and power"), qsTr("The label comes by itself")];
        case "no-sound":
            return [qsTr("Check plug and volume"), qsTr("Go on, watch the screen")];
        default:
            return [qsTr("Switch it off and on"), qsTr("If it stays: supervisor")];
        }
    }
}
