pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// A refusal at the gate over the whole work area: what was scanned, what it means for this parcel,
// what to do. Stays until the acknowledge card is scanned or tapped; no key closes it.
Rectangle {
    id: view

    required property GateModel gate
    readonly property int cardsWidth: view.width - Theme.panel - 2 * Theme.margin - 12

    color: look.fill
    border.color: Theme.refusedFill
    border.width: 16

    Face {
        id: look

        face: view.gate.face
    }

    // Nothing below may be touched while this stands.
    MouseArea {
        anchors.fill: parent
    }

    Words {
        id: scanned

        x: Theme.margin + 12
        y: Theme.compact ? 24 : 36
        width: view.cardsWidth
        color: "#FFFFFF"
        elide: Text.ElideRight
        size: Theme.name
        text: qsTr("Scanned: %1").arg(view.gate.scanned)
    }

    Rectangle {
        id: meaning

        anchors.left: scanned.left
        anchors.top: scanned.bottom
        anchors.topMargin: Theme.compact ? 16 : 28
        width: view.cardsWidth
        height: Theme.compact ? 208 : 304
        color: Theme.surface
        radius: Theme.radius

        Words {
            objectName: "gateMeaning"
            anchors.fill: parent
            anchors.margins: Theme.inset
            font.bold: true
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.small
            size: Theme.head
            text: view.gate.said
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.Wrap
        }
    }

    Rectangle {
        anchors.left: scanned.left
        anchors.top: meaning.bottom
        anchors.topMargin: Theme.compact ? 16 : 24
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.compact ? 28 : 44
        width: view.cardsWidth
        color: Theme.surface
        radius: Theme.radius

        StepList {
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.inset
            width: parent.width - 2 * Theme.inset
            ground: Theme.surface
            size: Theme.compact ? 32 : 44
            steps: view.gate.steps
            visible: view.gate.steps.length > 0
        }

        Words {
            anchors.left: parent.left
            anchors.leftMargin: Theme.inset
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.title
            text: qsTr("Scan the OK card, then go on")
            visible: view.gate.steps.length === 0
        }
    }

    Panel {
        anchors.right: parent.right
        height: parent.height
        bare: true
        face: view.gate.face
        said: qsTr("This parcel stays")
        word: Terms.verdict(view.gate.word)

        Item {
            width: parent.width
            height: Theme.compact ? 176 : 200

            BarcodeCard {
                objectName: "gateAcknowledge"
                anchors.bottom: parent.bottom
                barHeight: Theme.compact ? 40 : 64
                caption: qsTr("OK, got it")
                code: "ok"
                onTapped: view.gate.acknowledge()
            }

            Words {
                width: parent.width
                color: "#FFFFFF"
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
                size: Theme.compact ? 24 : 28
                text: view.gate.held > 0 ? qsTr("%n scan(s) held behind this", "", view.gate.held) : qsTr("Then scan this card")
            }
        }
    }
}
