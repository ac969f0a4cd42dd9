pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Ledger or disk broke: nothing more can be recorded, so nothing more is packed.
Rectangle {
    id: page

    required property string sentence
    required property var steps

    border.color: Theme.refusedFill
    border.width: 16
    color: "#14191F"

    MouseArea {
        anchors.fill: parent
    }

    Words {
        id: head

        x: Theme.margin + 16
        y: Theme.compact ? 48 : 80
        width: parent.width - Theme.panel - 2 * x
        color: "#FFFFFF"
        maximumLineCount: 2
        size: Theme.place
        text: qsTr("The bench cannot record anything now")
        wrapMode: Text.Wrap
    }

    Words {
        id: told

        anchors.left: head.left
        anchors.top: head.bottom
        anchors.topMargin: 16
        width: head.width
        color: "#C6CDD5"
        maximumLineCount: 4
        size: Theme.body
        text: page.sentence
        wrapMode: Text.Wrap
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.compact ? 48 : 64
        anchors.left: head.left
        width: head.width
        height: list.height + 2 * Theme.inset
        color: Theme.surface
        radius: Theme.radius

        StepList {
            id: list

            anchors.centerIn: parent
            width: parent.width - 2 * Theme.inset
            size: Theme.compact ? 32 : 44
            steps: page.steps
        }
    }

    Panel {
        anchors.right: parent.right
        height: parent.height
        bare: true
        face: PackModel.Stopped
        said: qsTr("Ledger")
        word: Terms.verdict(PackModel.StopWord)
    }
}
