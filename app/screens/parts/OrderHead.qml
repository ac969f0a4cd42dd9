pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Which order is open, for whom, how far.
Item {
    id: head

    required property PackModel pack

    height: Theme.compact ? 88 : 120

    Words {
        id: order

        y: Theme.compact ? 8 : 12
        width: Math.min(implicitWidth, parent.width - pieces.width - 24)
        size: Theme.compact ? 36 : 44
        text: head.pack.orderIsTail ? qsTr("Order ending %1").arg(head.pack.orderTail) : qsTr("Order %1").arg(head.pack.orderTail)
    }

    // Where there is no room, the shop is the first to go.
    TextMetrics {
        id: metrics

        font.pixelSize: Theme.small
        text: about.full
    }

    Words {
        id: about

        readonly property string full: about.withCarton(head.pack.about)

        function withCarton(text: string): string {
            return head.pack.cartons > 1 ? qsTr("%1 · carton %2 of %3").arg(text).arg(head.pack.carton).arg(head.pack.cartons) : text;
        }

        y: order.y + order.height - (Theme.compact ? 4 : 2)
        width: parent.width - bar.width - 24
        color: Theme.muted
        size: Theme.small
        text: metrics.advanceWidth > width ? about.withCarton(head.pack.aboutShort) : about.full
    }

    Words {
        id: pieces

        anchors.right: parent.right
        anchors.verticalCenter: order.verticalCenter
        size: order.size
        // Text that no eye sees is not laid out anew with every scan.
        text: head.visible ? qsTr("%1 of %2 pieces").arg(head.pack.done).arg(head.pack.wanted) : ""
    }

    Segments {
        id: bar

        anchors.right: parent.right
        y: Theme.compact ? 58 : 76
        width: Theme.compact ? 240 : 360
        done: head.pack.done
        wanted: head.pack.wanted
    }
}
