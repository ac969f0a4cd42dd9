pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// A caption with its figure in a strip.
Item {
    id: figure

    required property string caption
    required property string text
    property int size: Theme.text
    property color color: Theme.ink
    property color captionColor: Theme.muted

    implicitWidth: Math.max(top.implicitWidth, bottom.implicitWidth)
    height: parent.height

    Words {
        id: top

        y: Theme.compact ? 4 : 8
        width: Math.min(figure.width, implicitWidth)
        color: figure.captionColor
        size: Theme.small
        text: figure.caption
    }

    Words {
        id: bottom

        y: (Theme.compact ? 54 : 64) - height / 2
        width: Math.min(figure.width, implicitWidth)
        color: figure.color
        size: figure.size
        text: figure.text
    }
}
