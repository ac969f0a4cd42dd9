pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// A refusal over the whole work area: what was scanned, what was expected, what to do next. Stays
// until the right goods or the acknowledge card is scanned; no key closes it.
Rectangle {
    id: view

    required property PackModel pack
    readonly property bool stopped: view.pack.face === PackModel.Stopped
    readonly property bool hasExpected: view.pack.expected.known
    readonly property int rim: view.stopped ? 12 : 0
    readonly property int cardsWidth: view.width - Theme.panel - 2 * Theme.margin - view.rim

    color: look.fill
    border.color: Theme.refusedFill
    border.width: view.stopped ? 16 : 0

    Face {
        id: look

        face: view.pack.face
    }

    // Nothing below may be touched while this stands.
    MouseArea {
        anchors.fill: parent
    }

    Words {
        id: order

        x: Theme.margin + view.rim
        y: (Theme.compact ? 16 : 28) + view.rim / 2
        color: "#FFFFFF"
        size: Theme.name
        text: {
            if (!view.pack.hasOrder)
                return qsTr("No order is open");
            return view.pack.orderIsTail ? qsTr("Order ending %1").arg(view.pack.orderTail) : qsTr("Order %1").arg(view.pack.orderTail);
        }
    }

    Words {
        anchors.right: got.right
        anchors.rightMargin: view.hasExpected ? -(got.width + cardGap.width) : 0
        anchors.verticalCenter: order.verticalCenter
        width: Math.min(implicitWidth, view.cardsWidth - order.width - 32)
        color: "#FFFFFF"
        size: Theme.name
        text: {
            if (!view.visible || !view.pack.hasOrder)
                return qsTr("not counted");
            return qsTr("%1 of %2 pieces · not counted").arg(view.pack.done).arg(view.pack.wanted);
        }
    }

    Item {
        id: cardGap

        width: Theme.compact ? 16 : 32
        height: 1
    }

    RefusalCard {
        id: got

        x: Theme.margin + view.rim
        y: (Theme.compact ? 72 : 104) + view.rim / 2
        width: view.hasExpected ? Math.floor((view.cardsWidth - cardGap.width) / 2) : view.cardsWidth
        height: Theme.compact ? 368 : 496
        caption: qsTr("Scanned")
        code: view.pack.scanned
        goods: view.pack.got
        wrong: true
    }

    RefusalCard {
        anchors.left: got.right
        anchors.leftMargin: cardGap.width
        anchors.top: got.top
        width: got.width
        height: got.height
        visible: view.hasExpected
        caption: qsTr("Expected")
        goods: view.pack.expected
        wrong: false
    }

    Rectangle {
        anchors.top: got.bottom
        anchors.topMargin: Theme.compact ? 16 : 24
        anchors.bottom: parent.bottom
        anchors.bottomMargin: (Theme.compact ? 16 : 32) + view.rim
        x: Theme.margin + view.rim
        width: view.cardsWidth
        color: Theme.surface
        radius: Theme.radius

        Words {
            id: next

            x: Theme.inset
            y: 16
            visible: !Theme.compact
            color: Theme.muted
            size: Theme.body
            text: qsTr("Next")
        }

        StepList {
            x: Theme.inset
            anchors.top: next.visible ? next.bottom : undefined
            anchors.topMargin: 2
            anchors.verticalCenter: next.visible ? undefined : parent.verticalCenter
            width: parent.width - 2 * Theme.inset
            ground: Theme.surface
            steps: view.pack.steps
        }

        Words {
            anchors.left: parent.left
            anchors.leftMargin: Theme.inset
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: view.pack.steps.length === 0
            size: Theme.title
            text: qsTr("Scan the OK card, then go on")
        }
    }

    Panel {
        anchors.right: parent.right
        height: parent.height
        bare: true
        face: view.pack.face
        said: view.pack.differing !== "" ? qsTr("%1 is wrong").arg(view.pack.differing) : view.pack.said
        word: Terms.verdict(view.pack.word)

        Item {
            width: parent.width
            height: Theme.compact ? 176 : 136

            BarcodeCard {
                id: card

                objectName: "acknowledgeCard"
                anchors.bottom: parent.bottom
                barHeight: Theme.compact ? 40 : 64
                caption: qsTr("OK, got it")
                code: "ok"
                onTapped: view.pack.acknowledge()
            }

            Column {
                anchors.left: Theme.compact ? parent.left : card.right
                anchors.leftMargin: Theme.compact ? 0 : 24
                anchors.right: parent.right
                anchors.top: Theme.compact ? parent.top : undefined
                anchors.verticalCenter: Theme.compact ? undefined : parent.verticalCenter

                Words {
                    width: parent.width
                    color: "#FFFFFF"
                    font.bold: true
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.small
                    size: Theme.compact ? 28 : 36
                    text: view.pack.hasOrder ? qsTr("Scan the right item") : qsTr("Scan the right code")
                }

                Words {
                    width: parent.width
                    color: "#FFFFFF"
                    size: Theme.compact ? 24 : 28
                    text: qsTr("or scan this card")
                }
            }
        }
    }
}
