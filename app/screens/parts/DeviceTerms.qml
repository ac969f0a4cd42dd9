pragma Singleton
import QtQuick

// Devices and their states in the words of the floor.
QtObject {
    id: terms

    function kind(kind: string): string {
        switch (kind) {
        case "printer":
            return qsTr("Label printer");
        case "scanner":
            return qsTr("Scanner");
        case "scale":
            return qsTr("Scale");
        case "keyboard":
            return qsTr("Keyboard");
        case "ledger":
            return qsTr("Ledger");
        case "sound":
            return qsTr("Loudspeaker");
        default:
            return kind;
        }
    }

    /// Its own name, else what it is.
    function named(model: string, kind: string): string {
        return model === "" ? terms.kind(kind) : model === "Virtual printer" ? qsTr("Virtual printer") : model;
    }

    /// What it is, how it speaks, by which way.
    function about(seen: deviceSeen): string {
        let said = terms.kind(seen.kind);
        if (seen.language !== "")
            said += " · " + seen.language.toUpperCase();
        if (seen.dotsPerMm > 0)
            said += " · " + qsTr("%1 dots/mm").arg(seen.dotsPerMm);
        if (seen.transport !== "")
            said += " · " + terms.transport(seen.transport);
        return said;
    }

    function warnings(words: list<string>): string {
        let said = "";
        for (let i = 0; i < words.length; ++i)
            said += (i === 0 ? "" : " · ") + terms.warning(words[i]);
        return said;
    }

    /// What a printer that works has to say besides: warnings, labels on their way.
    function news(words: list<string>, labels: int): string {
        const warned = terms.warnings(words);
        if (labels <= 0)
            return warned;
        return (warned === "" ? "" : warned + " · ") + qsTr("%n label(s) still to come", "", labels);
    }

    function warning(warning: string): string {
        switch (warning) {
        case "clean-head":
            return qsTr("Clean the print head");
        case "replace-head":
            return qsTr("The print head is worn out");
        case "calibrate":
            return qsTr("The paper must be measured");
        case "paper-low":
            return qsTr("The roll is nearly empty");
        case "ribbon-low":
            return qsTr("The ribbon is nearly empty");
        case "battery-low":
            return qsTr("The battery is nearly empty");
        case "paper-jam":
            return qsTr("Paper is jammed");
        case "mark-not-found":
            return qsTr("The mark on the paper is not found");
        case "head-hot":
            return qsTr("The print head is too hot");
        case "motor-hot":
            return qsTr("The motor is too hot");
        case "label-waits":
            return qsTr("A label waits to be taken off");
        default:
            return warning;
        }
    }

    function transport(transport: string): string {
        switch (transport) {
        case "usb":
            return "USB";
        case "virtual":
            return qsTr("virtual");
        case "wedge":
        case "usb-keyboard":
            return qsTr("types like a keyboard");
        case "usb-hid":
        case "usb-hid-pos":
        case "usb-scale":
            return "USB";
        case "tcp":
            return qsTr("network");
        case "serial":
            return qsTr("serial");
        case "spool":
            return qsTr("into a folder");
        case "camera":
            return qsTr("camera");
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
        case "no-permission":
            return qsTr("Not allowed");
        case "busy":
            return qsTr("Held by another program");
        case "unknown-language":
            return qsTr("Which language?");
        case "moving":
            return qsTr("Still moving");
        case "zero":
            return qsTr("Empty");
        case "under-zero":
            return qsTr("Below zero");
        case "over-limit":
            return qsTr("Too heavy");
        case "needs-zero":
            return qsTr("Needs zeroing");
        case "needs-calibration":
            return qsTr("Needs calibration");
        case "asleep":
            return qsTr("Asleep");
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
    function meaning(state: string, transport: string): string {
        if (transport === "camera")
            return state === "ready" ? "" : qsTr("It reads no codes for now");
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
        case "no-permission":
        case "busy":
            return qsTr("Packbench may not use it");
        case "unknown-language":
            return qsTr("It prints once somebody said it");
        case "under-zero":
        case "over-limit":
        case "needs-zero":
        case "needs-calibration":
            return qsTr("No weight is taken");
        case "no-sound":
            return qsTr("Seen, but not heard");
        default:
            return "";
        }
    }

    function steps(state: string, transport: string): list<string> {
        if (transport === "camera")
            return terms.cameraSteps(state);
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
        case "no-permission":
            return [qsTr("Supervisor: install the rule 70-packbench"), qsTr("Unplug it, plug it in again")];
        case "busy":
            return [qsTr("Supervisor: remove it from CUPS"), qsTr("Or close the other program")];
        case "unknown-language":
            return [qsTr("Say its language"), qsTr("Print a test label")];
        case "needs-zero":
        case "under-zero":
            return [qsTr("Clear the scale"), qsTr("Press its zero button")];
        case "over-limit":
            return [qsTr("Take the parcel off"), qsTr("Weigh it elsewhere")];
        case "no-sound":
            return [qsTr("Check plug and volume"), qsTr("Go on, watch the screen")];
        default:
            return [qsTr("Switch it off and on"), qsTr("If it stays: supervisor")];
        }
    }

    function cameraSteps(state: string): list<string> {
        const steps = {
            "unplugged": [qsTr("Plug the camera in"), qsTr("It reads again by itself")],
            "busy": [qsTr("Close the other program"), qsTr("It reads again by itself")],
            "no-permission": [qsTr("Supervisor: group video"), qsTr("Start Packbench again")],
            "fault": [qsTr("Name another camera"), qsTr("See packctl devices")]
        };
        return steps[state] ?? [qsTr("Unplug it, plug it in again"), qsTr("If it stays: supervisor")];
    }
}
