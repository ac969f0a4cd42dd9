pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One label behind the one that is asked about after a start.
Rectangle {
    id: card

    required property int number
    required property string order
    required property string waybill
    required property string courier
    required property string labelState
    required property string time

    readonly property bool narrow: card.width < 560

    height: Theme.compact ? 84 : 104
    border.color: Theme.line
    border.width: 1
    color: Theme.surface
    radius: Theme.radius

    Rectangle {
        id: circle

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.compact ? 12 : 24
        width: Theme.compact ? 48 : 56
        height: width
        border.color: Theme.edge
        border.width: 2
        color: "transparent"
        radius: width / 2

        Words {
            anchors.centerIn: parent
            color: Theme.muted
            size: Theme.body
            text: card.number
        }
    }

    Column {
        anchors.left: circle.right
        anchors.leftMargin: Theme.compact ? 12 : 24
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            size: Theme.compact ? 28 : 32
            text: card.narrow ? qsTr("Order %1").arg(card.order) : qsTr("Order %1 · %2, ends %3").arg(card.order).arg(card.courier).arg(card.waybill)
        }

        Words {
            width: parent.width
            color: Theme.muted
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            size: Theme.small
            text: qsTr("%1 · %2").arg(card.time).arg(card.narrow ? card.courier : Terms.copyState(card.labelState))
        }
    }
}
