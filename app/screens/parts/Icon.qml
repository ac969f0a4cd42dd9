pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One of our drawings in one or two colours.
Image {
    id: icon

    property string name
    property color color: Theme.ink
    property color second: Theme.surface
    property int size: 40

    width: icon.size
    height: icon.size
    source: icon.name === "" ? "" : "image://icon/" + icon.name + "/" + icon.color.toString().slice(1) + "/" + icon.second.toString().slice(1)
    sourceSize {
        width: icon.size
        height: icon.size
    }
}
