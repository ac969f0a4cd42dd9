pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// A file that was read, or one thing refused in it.
Rectangle {
    id: card

    required property bool isFile
    required property string file
    required property string format
    required property string encoding
    required property int accepted
    required property int updated
    required property int unchanged
    required property int refused
    required property string columns
    required property int line
    required property string order
    required property string reason
    required property string sentence

    height: card.isFile ? about.y + about.height + 12 : told.y + told.height + 12
    border.color: card.isFile ? Theme.line : Theme.lookFill
    border.width: card.isFile ? 1 : 2
    color: Theme.surface
    radius: Theme.radius

    Icon {
        id: icon

        x: Theme.compact ? 16 : 24
        y: Theme.compact ? 14 : 18
        name: card.isFile ? (card.refused > 0 ? "look" : "tick") : "look"
        color: card.isFile && card.refused === 0 ? Theme.okText : Theme.lookFill
        second: Theme.print
        size: Theme.compact ? 28 : 32
    }

    Words {
        id: name

        anchors.left: icon.right
        anchors.leftMargin: Theme.compact ? 16 : 24
        anchors.right: parent.right
        anchors.rightMargin: 16
        y: Theme.compact ? 8 : 12
        elide: card.isFile ? Text.ElideMiddle : Text.ElideRight
        maximumLineCount: 2
        size: Theme.compact ? 24 : 32
        wrapMode: card.isFile ? Text.NoWrap : Text.Wrap
        text: {
            if (card.isFile)
                return card.file;
            if (card.line === 0)
                return Terms.refusal(card.reason);
            return card.order === "" ? qsTr("Line %1 · %2").arg(card.line).arg(Terms.refusal(card.reason)) : qsTr("Line %1 · order %2 · %3").arg(card.line).arg(card.order).arg(Terms.refusal(card.reason));
        }
    }

    Words {
        id: about

        anchors.left: name.left
        anchors.right: name.right
        anchors.top: name.bottom
        visible: card.isFile
        color: Theme.muted
        size: Theme.small
        text: qsTr("%1 · %2 · %3 new, %4 changed, %5 as before, %6 refused").arg(card.format).arg(card.encoding).arg(card.accepted).arg(card.updated).arg(card.unchanged).arg(card.refused)
        wrapMode: Text.Wrap
    }

    Words {
        id: told

        anchors.left: name.left
        anchors.right: name.right
        anchors.top: name.bottom
        visible: !card.isFile
        color: Theme.muted
        maximumLineCount: 3
        size: Theme.small
        text: card.sentence
        wrapMode: Text.Wrap
    }
}
