pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The open order while its goods are scanned.
Item {
    id: view

    required property PackModel pack

    OrderHead {
        id: head

        width: parent.width
        pack: view.pack
    }

    OpenLineCard {
        id: open

        anchors.top: head.bottom
        width: parent.width
        visible: view.pack.hasOpen
        pack: view.pack
    }

    ListView {
        id: list

        anchors.top: open.visible ? open.bottom : head.bottom
        anchors.topMargin: Theme.compact ? 12 : 16
        anchors.bottom: folded.top
        anchors.bottomMargin: 4
        width: parent.width
        clip: true
        interactive: contentHeight > height
        model: view.pack.waiting
        spacing: Theme.gap
        boundsBehavior: Flickable.StopAtBounds

        delegate: LineCard {
            width: list.width
        }
    }

    FoldedLines {
        id: folded

        readonly property int rowHeight: (Theme.compact ? 80 : 112) + Theme.gap

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.compact ? 8 : 4
        width: parent.width
        below: Math.max(0, list.count - Math.max(1, Math.floor((list.height + Theme.gap) / rowHeight)))
        pack: view.pack
    }
}
