pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Any text on screen: one pinned family, a real bold from 36 px on, one line that never wraps
// unless told to.
Text {
    id: words

    property int size: Theme.body

    height: words.wrapMode === Text.NoWrap ? Math.round(words.size * 1.36) : words.implicitHeight
    color: Theme.ink
    elide: Text.ElideRight
    font.bold: words.size >= 36
    font.pixelSize: words.size
    lineHeight: words.wrapMode === Text.NoWrap ? 1 : 0.88
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
