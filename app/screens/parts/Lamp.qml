pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// State of a device in the top strip: shape and colour say the same.
Item {
    id: lamp

    required property string iconName
    required property string caption
    required property int light

    width: Theme.compact ? 72 : Math.max(104, label.width + 8)
    height: parent.height

    Icon {
        id: device

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.horizontalCenterOffset: Theme.compact ? -10 : -14
        y: Theme.compact ? 22 : 12
        name: lamp.iconName
        color: lamp.light === StripModel.Absent ? Theme.edge : Theme.ink
        size: 40
    }

    LampShape {
        anchors.left: device.right
        anchors.leftMargin: 4
        y: device.y - (Theme.compact ? 6 : 0)
        visible: lamp.light !== StripModel.Absent
        light: lamp.light
        size: lamp.light === StripModel.Ready ? 18 : 26
    }

    Words {
        id: label

        anchors.horizontalCenter: parent.horizontalCenter
        y: 54
        visible: !Theme.compact
        color: Theme.muted
        size: Theme.small
        text: lamp.caption
    }
}
