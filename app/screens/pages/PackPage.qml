pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The bench at work: the order on the left, the verdict on the right, a refusal over both.
Item {
    id: page

    required property KioskModel kiosk
    readonly property PackModel pack: page.kiosk.pack
    readonly property bool labelling: page.pack.step === PackModel.Printing || page.pack.step === PackModel.ScanLabel

    Item {
        id: left

        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        IdleView {
            anchors.fill: parent
            kiosk: page.kiosk
            visible: page.pack.step === PackModel.Idle
        }

        LinesView {
            anchors.fill: parent
            pack: page.pack
            visible: page.pack.step === PackModel.Packing
        }

        RemarkView {
            anchors.fill: parent
            pack: page.pack
            visible: page.pack.step === PackModel.Remarks
        }

        LabelView {
            anchors.fill: parent
            pack: page.pack
            visible: page.labelling
        }
    }

    Panel {
        objectName: "verdictPanel"
        anchors.right: parent.right
        height: parent.height
        detail: {
            if (page.pack.pieceNumber > 0)
                return qsTr("%1 · piece %2").arg(page.pack.detail).arg(page.pack.pieceNumber);
            return page.pack.repeatsIgnored > 0 ? qsTr("%n repeat(s) counted once", "", page.pack.repeatsIgnored) : page.pack.detail;
        }
        face: page.pack.face
        footCaption: {
            if (page.pack.nextQuantity > 1)
                return qsTr("The next scan counts");
            switch (page.pack.step) {
            case PackModel.Packing:
                return qsTr("This order");
            case PackModel.Remarks:
            case PackModel.Printing:
                return qsTr("Label");
            case PackModel.ScanLabel:
                return qsTr("Number ends in");
            default:
                return page.pack.lastTail === "" ? "" : qsTr("Last parcel");
            }
        }
        footText: {
            if (page.pack.nextQuantity > 1)
                return qsTr("%n piece(s)", "", page.pack.nextQuantity);
            switch (page.pack.step) {
            case PackModel.Packing:
                return page.pack.missing > 0 ? qsTr("%n piece(s) to go", "", page.pack.missing) : qsTr("complete");
            case PackModel.Remarks:
                return qsTr("waits for you");
            case PackModel.Printing:
                return page.pack.labelCause === "" ? qsTr("on its way") : Terms.cause(page.pack.labelCause);
            case PackModel.ScanLabel:
                return page.pack.labelTail;
            default:
                return page.pack.lastTail === "" ? "" : qsTr("ends %1").arg(page.pack.lastTail);
            }
        }
        said: page.pack.said
        visible: !page.pack.refused
        word: Terms.verdict(page.pack.word)
    }

    RefusalView {
        objectName: "refusal"
        anchors.fill: parent
        pack: page.pack
        visible: page.pack.refused
    }
}
