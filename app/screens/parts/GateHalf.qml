pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One half of what the gate wants: the box or its label, scanned or still to come.
Rectangle {
    id: half

    required property string caption
    required property string iconName
    required property string text
    readonly property bool there: half.text !== ""

    border.color: half.there ? Theme.okText : Theme.edge
    border.width: half.there ? 4 : 2
    color: half.there ? Theme.okTint : Theme.surface
    radius: Theme.radius

    Words {
        x: Theme.inset
        y: Theme.compact ? 12 : 20
        width: parent.width - 2 * Theme.inset
        color: Theme.muted
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        size: Theme.name
        text: half.caption
    }

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.compact ? 72 : 108
        name: half.there ? "tick" : half.iconName
        color: half.there ? Theme.okText : Theme.muted
        second: half.color
        size: Theme.compact ? 96 : 144
    }

    Words {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.compact ? 12 : 20
        anchors.horizontalCenter: parent.horizontalCenter
        width: parent.width - 2 * Theme.inset
        color: half.there ? Theme.ink : Theme.muted
        font.bold: half.there
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Theme.small
        size: Theme.title
        text: half.there ? half.text : qsTr("not scanned yet")
    }
}
