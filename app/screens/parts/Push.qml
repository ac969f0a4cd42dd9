pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// A touch field. It never takes the keyboard: a scanner's Return must not press anything.
Rectangle {
    id: push

    property string text
    property string iconName
    property bool primary: false
    property bool chosen: false
    property int size: Theme.body
    readonly property color inkColor: push.primary ? "#FFFFFF" : push.chosen ? Theme.surface : push.enabled ? Theme.ink : Theme.muted

    signal tapped

    implicitWidth: row.width + (Theme.compact ? 48 : 56)
    implicitHeight: Theme.button
    radius: Theme.radius
    border.color: push.primary || push.chosen ? "transparent" : push.enabled ? Theme.edge : Theme.line
    border.width: push.primary || push.chosen ? 0 : push.enabled ? 2 : 1
    color: {
        if (push.primary)
            return touch.pressed ? Theme.ink : Theme.accentFill;
        if (push.chosen)
            return Theme.ink;
        return touch.pressed || !push.enabled ? Theme.sunken : Theme.surface;
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 16

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: push.iconName !== ""
            name: push.iconName
            color: push.inkColor
            second: push.color
            size: push.size + 4
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: push.inkColor
            size: push.size
            text: push.text
        }
    }

    MouseArea {
        id: touch

        anchors.fill: parent
        onClicked: push.tapped()
    }
}
