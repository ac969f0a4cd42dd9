pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The selected item and what may be set of it; without one, what can be added.
Item {
    id: panel

    required property TemplateModel template
    readonly property bool hasItem: panel.template.selected >= 0

    Column {
        anchors.fill: parent
        spacing: Theme.gap
        visible: !panel.hasItem

        Words {
            width: parent.width
            color: Theme.muted
            text: panel.template.maySave ? qsTr("Tap something on the label to change it, or put something new on it:") : qsTr("Tap something on the label to see how it is set.")
            wrapMode: Text.Wrap
        }

        Repeater {
            model: panel.template.maySave ? panel.template.kinds() : []

            Push {
                required property string modelData

                objectName: "add-" + modelData
                width: panel.width
                height: Theme.compact ? 56 : 72
                text: "+ " + EditorTerms.kind(modelData)
                onTapped: panel.template.add(modelData)
            }
        }
    }

    Row {
        id: tools

        spacing: 4
        visible: panel.hasItem

        Repeater {
            model: [
                {
                    act: "back",
                    name: qsTr("Below")
                },
                {
                    act: "forward",
                    name: qsTr("Above")
                },
                {
                    act: "twin",
                    name: qsTr("Copy")
                },
                {
                    act: "remove",
                    name: qsTr("Delete")
                }
            ]

            Push {
                required property var modelData

                objectName: "item-" + modelData.act
                width: Math.floor((panel.width - 12) / 4)
                height: Theme.compact ? 52 : 60
                enabled: panel.template.maySave
                size: Theme.compact ? 20 : 24
                text: modelData.name
                onTapped: {
                    switch (modelData.act) {
                    case "back":
                        return panel.template.sendBack();
                    case "forward":
                        return panel.template.bringForward();
                    case "twin":
                        return panel.template.duplicate();
                    default:
                        return panel.template.remove();
                    }
                }
            }
        }
    }

    ListView {
        id: list

        objectName: "editorProperties"
        anchors.top: tools.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        width: parent.width
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: panel.template.properties
        spacing: 8
        visible: panel.hasItem

        delegate: EditorProperty {
            width: list.width
            template: panel.template
        }
    }
}
