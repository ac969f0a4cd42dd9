pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Says that every piece is scanned with its own number.
Rectangle {
    width: label.width + (Theme.compact ? 32 : 32)
    height: Theme.compact ? 44 : 56
    color: Theme.lookTint
    radius: Theme.radius

    Words {
        id: label

        anchors.centerIn: parent
        color: Theme.lookText
        size: Theme.body
        text: qsTr("scan serial")
    }
}
