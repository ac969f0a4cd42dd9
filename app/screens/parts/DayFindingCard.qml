pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One parcel that is missing on one side, in the day-end list.
Rectangle {
    id: card

    required property string finding
    required property string waybill
    required property string order
    required property string courier
    required property string time
    required property bool older
    readonly property bool grave: card.finding === "uncertain" || card.finding === "listed-not-handed-over"

    /// The stable word of a finding in the words of the floor.
    function named(finding: string): string {
        switch (finding) {
        case "printed-not-applied":
            return qsTr("Printed, on no parcel");
        case "applied-not-handed-over":
            return qsTr("Labelled, still here");
        case "handed-over-not-listed":
            return qsTr("Left, on no hand-over list");
        case "listed-not-handed-over":
            return qsTr("On a list, never left");
        case "handed-over-not-printed":
            return qsTr("Left, label not printed here");
        case "voided":
            return qsTr("Label voided");
        case "uncertain":
            return qsTr("Did its label come out?");
        default:
            return finding;
        }
    }

    height: Theme.compact ? 68 : 84
    border.color: card.older ? Theme.lookText : Theme.line
    border.width: card.older ? 3 : 1
    color: card.grave ? Theme.refusedTint : card.older ? Theme.lookTint : Theme.surface
    radius: Theme.radius

    Words {
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.compact ? 12 : 24
        width: Theme.compact ? 92 : 116
        color: Theme.muted
        size: Theme.body
        text: card.time
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.compact ? 112 : 152
        width: parent.width * 0.48 - x
        font.bold: true
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        size: Theme.compact ? 26 : 32
        text: card.named(card.finding)
    }

    Words {
        anchors.right: parent.right
        anchors.rightMargin: Theme.compact ? 12 : 24
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width * 0.5
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignRight
        minimumPixelSize: 20
        size: Theme.body
        text: Theme.compact && card.waybill !== "" ? qsTr("ends %1 · order %2").arg(card.waybill).arg(card.order) : card.waybill === "" ? qsTr("%1 · order %2").arg(card.courier).arg(card.order) : qsTr("%1 · ends %2 · order %3").arg(card.courier).arg(card.waybill).arg(card.order)
    }
}
