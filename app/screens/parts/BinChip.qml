pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The shelf place, large enough to be read while reaching for it.
Rectangle {
    id: chip

    required property string bin

    width: row.width + 2 * (Theme.compact ? 20 : 24)
    height: Theme.compact ? 72 : 88
    color: Theme.sunken
    radius: Theme.radius
    visible: chip.bin !== ""

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 16

        Words {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.muted
            size: Theme.body
            //: before a shelf place such as B-03-2
            text: qsTr("Bin")
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.compact ? 44 : 60
            text: chip.bin
        }
    }
}
