pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One label copy in the list.
Rectangle {
    id: card

    required property LabelsModel labels
    required property var copyId
    required property string waybill
    required property string order
    required property string shop
    required property string courier
    required property string labelState
    required property string cause
    required property int copyNo
    required property string time
    required property string reason
    required property bool chosen
    required property string evidence
    required property string carton
    readonly property string proof: card.labelState === "sent" || card.labelState === "printed" || card.labelState === "uncertain" ? Terms.evidence(card.evidence) : ""

    height: Theme.compact ? 76 : 96
    border.color: card.chosen ? Theme.accent : Theme.line
    border.width: card.chosen ? 4 : 1
    color: Theme.surface
    radius: Theme.radius

    Words {
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.compact ? 16 : 28
        width: Theme.compact ? 84 : 110
        color: Theme.muted
        size: Theme.compact ? 28 : 32
        text: card.time
    }

    Words {
        x: Theme.compact ? 112 : 152
        y: Theme.compact ? 2 : 6
        width: Theme.compact ? 244 : 340
        height: Theme.compact ? 40 : 48
        font.bold: true
        size: Theme.compact ? 28 : 36
        text: qsTr("ends %1").arg(card.waybill)
    }

    Words {
        x: Theme.compact ? 112 : 152
        y: Theme.compact ? 38 : 54
        width: Theme.compact ? 244 : 340
        color: Theme.muted
        size: Theme.small
        text: Theme.compact ? card.courier + " · " + card.order : qsTr("%1 · order %2").arg(card.courier).arg(card.order)
    }

    CopyShape {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.compact ? 368 : 512
        copyState: card.labelState
        size: Theme.compact ? 32 : 40
    }

    Words {
        id: status

        anchors.left: icon.right
        anchors.leftMargin: Theme.compact ? 16 : 28
        anchors.right: copy.left
        anchors.rightMargin: 16
        y: cause.visible ? (Theme.compact ? 2 : 6) : (card.height - height) / 2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        size: Theme.compact ? 24 : 32
        text: Terms.copyState(card.labelState)
    }

    Words {
        id: cause

        anchors.left: status.left
        anchors.right: status.right
        anchors.top: status.bottom
        visible: card.cause !== "" || card.proof !== ""
        color: card.cause !== "" ? Theme.lookText : Theme.muted
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        size: Theme.small
        text: card.cause !== "" ? Terms.cause(card.cause) : card.proof
    }

    Words {
        id: copy

        anchors.right: parent.right
        anchors.rightMargin: Theme.compact ? 16 : 28
        anchors.verticalCenter: parent.verticalCenter
        width: text !== "" ? implicitWidth : 0
        color: Theme.muted
        size: Theme.compact ? 24 : 28
        text: card.carton !== "" ? card.carton : card.copyNo > 1 ? qsTr("copy %1").arg(card.copyNo) : ""
    }

    MouseArea {
        anchors.fill: parent
        onClicked: card.labels.choose(card.copyId)
    }
}
