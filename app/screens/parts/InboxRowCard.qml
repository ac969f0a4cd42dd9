pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One ready-made label in the list of those that wait.
Rectangle {
    id: card

    required property InboxModel inbox
    required property var labelId
    required property string time
    required property string source
    required property string waybill
    required property string order
    required property string why
    required property bool chosen

    height: from.y + from.height + (Theme.compact ? 8 : 14)
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
        id: why

        x: Theme.compact ? 112 : 152
        y: Theme.compact ? 6 : 10
        width: parent.width - x - 16
        elide: Text.ElideRight
        maximumLineCount: 2
        size: Theme.compact ? 24 : 30
        text: card.why
        wrapMode: Text.Wrap
    }

    Words {
        id: from

        anchors.left: why.left
        anchors.right: why.right
        anchors.top: why.bottom
        anchors.topMargin: Theme.compact ? 4 : 6
        color: Theme.muted
        elide: Text.ElideRight
        size: Theme.small
        text: card.waybill === "" ? qsTr("from %1").arg(card.source) : qsTr("from %1 · ends %2").arg(card.source).arg(card.waybill)
    }

    MouseArea {
        anchors.fill: parent
        onClicked: card.inbox.choose(card.labelId)
    }
}
