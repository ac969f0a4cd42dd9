pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Captions over the due board's columns.
Item {
    id: columns

    height: 36

    Words {
        width: 200
        x: (Theme.compact ? 470 : 695) - width
        color: Theme.muted
        horizontalAlignment: Text.AlignRight
        size: Theme.small
        text: qsTr("24 h goal")
    }

    Words {
        width: 200
        x: (Theme.compact ? 620 : 888) - width
        color: Theme.muted
        horizontalAlignment: Text.AlignRight
        size: Theme.small
        text: qsTr("48 h limit")
    }

    Words {
        x: 920
        width: columns.width - x
        visible: !Theme.compact
        color: Theme.muted
        size: Theme.small
        text: qsTr("since payment")
    }
}
