pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One fact of a device: what it is called, what it is. Long codes wrap, three lines at most.
Column {
    id: fact

    required property string caption
    required property string text
    property int size: Theme.body

    Words {
        color: Theme.muted
        size: Theme.small
        text: fact.caption
    }

    Words {
        width: fact.width
        height: implicitHeight
        lineHeight: 1
        maximumLineCount: 3
        size: fact.size
        text: fact.text
        wrapMode: Text.WrapAnywhere
    }
}
