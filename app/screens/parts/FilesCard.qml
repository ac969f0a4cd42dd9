pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Files waiting in the import folder.
Rectangle {
    id: card

    required property ImportModel imports

    border.color: Theme.line
    color: Theme.surface
    radius: Theme.radius

    Words {
        id: head

        x: 20
        y: 12
        width: parent.width - 40
        color: Theme.muted
        size: Theme.small
        text: card.imports.folder === "" ? qsTr("No import folder is set") : qsTr("Files in %1").arg(card.imports.folder)
        elide: Text.ElideLeft
    }

    ListView {
        id: list

        anchors.top: head.bottom
        anchors.topMargin: 8
        anchors.bottom: all.visible ? all.top : parent.bottom
        anchors.bottomMargin: 12
        x: 12
        width: parent.width - 24
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: card.imports.files
        spacing: 8

        delegate: Rectangle {
            id: file

            required property var modelData

            width: list.width
            height: Theme.compact ? 76 : 88
            color: touch.pressed ? Theme.sunken : Theme.background
            radius: Theme.radius

            Words {
                x: 16
                y: Theme.compact ? 4 : 8
                width: parent.width - 32
                elide: Text.ElideMiddle
                size: Theme.body
                text: file.modelData.name
            }

            Words {
                x: 16
                y: Theme.compact ? 40 : 48
                width: parent.width - 32
                color: Theme.muted
                size: Theme.small
                text: file.modelData.when + " · " + file.modelData.size
            }

            MouseArea {
                id: touch

                anchors.fill: parent
                enabled: !card.imports.running
                onClicked: card.imports.read([file.modelData.path])
            }
        }
    }

    Words {
        anchors.centerIn: list
        width: list.width - 32
        visible: list.count === 0
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("No file is here. Drop one, or save it to this folder.")
        wrapMode: Text.Wrap
    }

    Push {
        id: all

        objectName: "importAll"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 12
        x: 12
        width: parent.width - 24
        enabled: !card.imports.running
        iconName: "import"
        primary: enabled
        text: qsTr("Read all %1").arg(list.count)
        visible: list.count > 1
        onTapped: card.imports.readAll()
    }
}
