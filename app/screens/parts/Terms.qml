pragma Singleton
import QtQuick
import Packbench.Screens

// Stable words of the bench in the words of the floor.
QtObject {
    id: terms

    /// The one word on the verdict panel.
    function verdict(word: int): string {
        switch (word) {
        case PackModel.OkWord:
            return qsTr("OK");
        case PackModel.DoneWord:
            return qsTr("DONE");
        case PackModel.BadgeWord:
            return qsTr("SCAN", "badge");
        case PackModel.OrderWord:
            return qsTr("SCAN", "order");
        case PackModel.ItemWord:
            return qsTr("SCAN", "item");
        case PackModel.SerialWord:
            return qsTr("SCAN", "serial");
        case PackModel.LabelWord:
            return qsTr("SCAN", "label");
        case PackModel.ReasonWord:
            return qsTr("SCAN", "reason");
        case PackModel.WrongItemWord:
            return qsTr("WRONG");
        case PackModel.WrongLabelWord:
            return qsTr("WRONG LABEL");
        case PackModel.MisreadWord:
            return qsTr("MISREAD");
        case PackModel.RefusedWord:
            return qsTr("NO");
        case PackModel.TooManyWord:
            return qsTr("TOO MANY");
        case PackModel.UnknownWord:
            return qsTr("UNKNOWN");
        case PackModel.StopWord:
            return qsTr("STOP");
        case PackModel.LookWord:
            return qsTr("LOOK");
        case PackModel.WaitWord:
            return qsTr("WAIT");
        default:
            return "";
        }
    }

    /// State of a printed copy, or "dispatched".
    function copyState(state: string): string {
        switch (state) {
        case "prepared":
            return qsTr("Waits for the printer");
        case "sending":
            return qsTr("Being sent");
        case "sent":
            return qsTr("Sent, not confirmed");
        case "printed":
            return qsTr("Printed, not yet scanned");
        case "bound":
            return qsTr("On the parcel, scanned");
        case "uncertain":
            return qsTr("Not known whether it came out");
        case "failed-clean":
            return qsTr("Not printed");
        case "void":
            return qsTr("Void");
        case "dispatched":
            return qsTr("Dispatched");
        case "not-there":
            return qsTr("Not there, nothing printed since");
        default:
            return state;
        }
    }

    /// Why a copy stands where it does: the printer's state, or what a person did.
    function cause(cause: string): string {
        switch (cause) {
        case "cancelled":
            return qsTr("Cancelled");
        case "printed-again":
            return qsTr("Printed again");
        case "not-there":
            return qsTr("Not there");
        case "dropped":
            return qsTr("Dropped by the printer");
        case "redone":
            return qsTr("Number given up");
        case "not-sent":
            return qsTr("Drawn anew");
        case "too-wide":
            return qsTr("Wider than it prints");
        default:
            return DeviceTerms.state(cause);
        }
    }

    /// How it is known that a label came out, weakest to strongest.
    function evidence(word: string): string {
        switch (word) {
        case "bytes":
            return qsTr("The printer took all of it");
        case "idle":
            return qsTr("The printer was done");
        case "counter":
            return qsTr("The printer counted it");
        case "scan":
            return qsTr("It was scanned");
        default:
            return "";
        }
    }

    function remarkFrom(from: int): string {
        switch (from) {
        case 0:
            return qsTr("The buyer wrote");
        case 1:
            return qsTr("Remark from customer service");
        default:
            return qsTr("Flag");
        }
    }

    function situation(word: string): string {
        switch (word) {
        case "open":
            return qsTr("to pack");
        case "packing":
            return qsTr("packing");
        case "packed":
            return qsTr("packed");
        case "held":
            return qsTr("held");
        case "unknown-item":
            return qsTr("item?");
        case "items-unknown":
            return qsTr("lines?");
        case "joined-row":
            return qsTr("counts?");
        case "refund":
            return qsTr("refund");
        case "by-service":
            return qsTr("service");
        case "changed-late":
            return qsTr("changed");
        default:
            return word;
        }
    }

    /// Why a row or file was not taken.
    function refusal(reason: string): string {
        switch (reason) {
        case "missing-field":
            return qsTr("a required field is missing");
        case "bad-quantity":
            return qsTr("the quantity is no number");
        case "bad-time":
            return qsTr("the time cannot be read");
        case "joined-row":
            return qsTr("several goods in one row");
        case "duplicate":
            return qsTr("twice in the file");
        case "damaged-number":
            return qsTr("a number was damaged by a spreadsheet");
        case "label-exists":
            return qsTr("its label exists already");
        case "unknown-order":
            return qsTr("this order is not known");
        case "unknown-item":
            return qsTr("this item is not known");
        case "masked-address":
            return qsTr("the address is masked");
        case "bad-code":
            return qsTr("the code is not valid");
        case "other-courier":
            return qsTr("the number belongs to another courier");
        case "not-a-table":
            return qsTr("this file is no table");
        case "unknown-format":
            return qsTr("no shop's export looks like this");
        case "bad-encoding":
            return qsTr("the text cannot be read");
        case "too-large":
            return qsTr("the file or a line is too large");
        case "cut-off":
            return qsTr("the file ends in the middle");
        case "missing":
            return qsTr("the file is not there");
        case "contradiction":
            return qsTr("its rows name two addresses");
        case "unknown-state":
            return qsTr("the order's state is not known");
        case "stopped":
            return qsTr("the import was stopped");
        default:
            return reason;
        }
    }
}
