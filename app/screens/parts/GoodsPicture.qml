pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Picture of goods on a light ground, in both themes: goods look the same day and night.
Rectangle {
    id: frame

    property string picture
    property int size: 88

    width: frame.size
    height: frame.size
    color: Theme.backdrop
    border.color: Theme.dark ? Theme.backdrop : Theme.line

    Image {
        anchors.centerIn: parent
        width: frame.size - 8
        height: width
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        source: "image://goods/" + encodeURIComponent(frame.picture)
        sourceSize {
            width: frame.size - 8
            height: frame.size - 8
        }
    }
}
