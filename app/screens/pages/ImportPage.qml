pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Files from the shops: what is there to be read, what became of it, line by line.
Item {
    id: page

    required property ImportModel imports
    readonly property bool refusing: page.imports.refused > 0

    Item {
        id: left

        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        Words {
            id: head

            y: Theme.compact ? 14 : 22
            size: Theme.head
            text: qsTr("Import")
        }

        Row {
            anchors.right: parent.right
            anchors.verticalCenter: head.verticalCenter
            spacing: Theme.gap

            Repeater {
                model: [
                    {
                        kind: "orders",
                        name: qsTr("Orders")
                    },
                    {
                        kind: "items",
                        name: qsTr("Goods")
                    },
                    {
                        kind: "waybills",
                        name: qsTr("Waybill numbers")
                    }
                ]

                Push {
                    required property var modelData

                    objectName: "kind-" + modelData.kind
                    chosen: page.imports.kind === modelData.kind
                    enabled: !page.imports.running
                    text: modelData.name
                    onTapped: page.imports.kind = modelData.kind
                }
            }
        }

        FilesCard {
            id: files

            anchors.top: head.bottom
            anchors.topMargin: Theme.compact ? 20 : 28
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.compact ? 16 : 32
            width: Theme.compact ? 320 : 480
            imports: page.imports
        }

        ListView {
            id: list

            objectName: "importList"
            anchors.left: files.right
            anchors.leftMargin: Theme.compact ? 16 : 24
            anchors.right: parent.right
            anchors.top: files.top
            anchors.bottom: files.bottom
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.imports
            spacing: 8

            delegate: ImportRowCard {
                width: list.width
            }
        }

        Words {
            anchors.fill: list
            anchors.margins: Theme.inset
            visible: list.count === 0
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            size: Theme.text
            text: page.imports.running ? qsTr("Reading %1").arg(page.imports.fileName) : qsTr("Tap a file to read it. The same file twice changes nothing.")
            wrapMode: Text.Wrap
        }

        DropArea {
            anchors.fill: parent
            onDropped: drop => page.imports.readUrls(drop.urls)
        }
    }

    Panel {
        id: panel

        anchors.right: parent.right
        height: parent.height
        face: page.imports.running ? PackModel.Wait : !page.imports.hasResult ? PackModel.NoFace : page.refusing ? PackModel.Look : PackModel.Accepted
        said: {
            if (page.imports.running)
                return page.imports.fileName;
            if (!page.imports.hasResult)
                return "";
            return page.refusing ? qsTr("%1 refused, the reasons are on the left").arg(page.imports.refused) : qsTr("Everything was taken");
        }
        word: page.imports.running ? Math.floor(page.imports.progress * 100) + "%" : !page.imports.hasResult ? "" : Terms.verdict(page.refusing ? PackModel.LookWord : PackModel.OkWord)

        Column {
            width: parent.width
            spacing: Theme.compact ? 8 : 16
            visible: page.imports.running

            Rectangle {
                width: parent.width
                height: 24
                border.color: "#FFFFFF"
                border.width: 2
                color: "transparent"

                Rectangle {
                    width: Math.round(parent.width * page.imports.progress)
                    height: parent.height
                    color: "#FFFFFF"
                }
            }

            Push {
                objectName: "cancelImport"
                text: qsTr("Stop, keep nothing of this file")
                width: parent.width
                onTapped: page.imports.cancel()
            }
        }

        Column {
            width: parent.width
            visible: page.imports.hasResult && !page.imports.running

            Repeater {
                model: [
                    {
                        name: qsTr("new"),
                        count: page.imports.accepted
                    },
                    {
                        name: qsTr("changed"),
                        count: page.imports.updated
                    },
                    {
                        name: qsTr("as before"),
                        count: page.imports.unchanged
                    },
                    {
                        name: qsTr("refused"),
                        count: page.imports.refused
                    }
                ]

                Item {
                    id: figure

                    required property var modelData

                    width: parent.width
                    height: Theme.compact ? 40 : 56

                    Words {
                        anchors.verticalCenter: parent.verticalCenter
                        color: panel.inkColor
                        size: Theme.text
                        text: figure.modelData.name
                    }

                    Words {
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        color: panel.inkColor
                        size: Theme.figure
                        text: figure.modelData.count
                    }
                }
            }
        }
    }
}
