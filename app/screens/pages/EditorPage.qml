pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Changing a label template: the label on the left, what may be set on the right.
Item {
    id: page

    required property TemplateModel template
    property string sheet ///< in the panel: "" properties, "save", "shelf"

    onVisibleChanged: page.sheet = ""

    Connections {
        target: page.template
        function onAnswered() {
            if (page.template.outcome === "needs-decision")
                page.sheet = "save";
            else if (page.template.outcome === "saved")
                page.sheet = "";
        }
    }

    Item {
        id: left

        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        Column {
            anchors.left: parent.left
            anchors.right: tools.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: tools.verticalCenter

            Words {
                objectName: "editorName"
                width: parent.width
                elide: Text.ElideMiddle
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 20
                size: Theme.text
                text: page.template.name
            }

            Words {
                width: parent.width
                color: page.template.changed ? Theme.lookText : Theme.muted
                size: Theme.compact ? 20 : 24
                text: !page.template.opened ? "" : EditorTerms.versionName(page.template.version) + (page.template.changed ? " · " + qsTr("not saved") : "")
            }
        }

        Row {
            id: tools

            anchors.right: parent.right
            y: Theme.compact ? 12 : 20
            spacing: Theme.compact ? 4 : 8

            Push {
                objectName: "editorUndo"
                width: Theme.button
                enabled: page.template.canUndo
                iconName: "undo"
                onTapped: page.template.undo()
            }

            Push {
                objectName: "editorRedo"
                width: Theme.button
                enabled: page.template.canRedo
                iconName: "redo"
                onTapped: page.template.redo()
            }

            Push {
                objectName: "editorShelfButton"
                chosen: page.sheet === "shelf"
                iconName: Theme.compact ? "" : "layers"
                text: qsTr("Versions, files")
                onTapped: page.sheet = page.sheet === "shelf" ? "" : "shelf"
            }

            Push {
                objectName: "editorSave"
                chosen: page.sheet === "save"
                enabled: page.template.maySave && page.template.opened
                iconName: Theme.compact ? "" : "tick"
                text: qsTr("Save")
                onTapped: page.sheet = page.sheet === "save" ? "" : "save"
            }
        }

        EditorCanvas {
            id: canvas

            objectName: "editorCanvas"
            anchors.top: tools.bottom
            anchors.topMargin: Theme.gap
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.compact ? 12 : 24
            width: Math.round(parent.width * 0.58)
            template: page.template
            visible: page.template.opened
        }

        EditorItems {
            anchors.left: canvas.right
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            anchors.top: canvas.top
            anchors.bottom: canvas.bottom
            template: page.template
        }
    }

    Rectangle {
        id: panel

        anchors.right: parent.right
        width: Theme.panel
        height: parent.height
        color: Theme.sunken

        // No Column: it keeps its height when nothing in it is visible any more.
        Item {
            id: said

            x: Theme.panelPad / 2
            y: Theme.compact ? 12 : 20
            width: parent.width - Theme.panelPad
            height: (first.visible ? first.height + Theme.gap : 0) + (second.visible ? second.height + Theme.gap : 0)

            Rectangle {
                id: first

                width: parent.width
                height: readOnly.implicitHeight + 16
                color: Theme.lookTint
                radius: Theme.radius
                visible: !page.template.maySave

                Words {
                    id: readOnly

                    objectName: "editorReadOnly"
                    x: 12
                    y: 8
                    width: parent.width - 24
                    height: readOnly.implicitHeight
                    color: Theme.lookText
                    size: Theme.small
                    text: qsTr("You can look at it. A supervisor can change and save it.")
                    wrapMode: Text.Wrap
                }
            }

            Rectangle {
                id: second

                objectName: "editorAnswer"
                y: first.visible ? first.height + Theme.gap : 0
                width: parent.width
                height: answer.implicitHeight + 16
                color: EditorTerms.isGood(page.template.outcome) ? Theme.okTint : Theme.refusedTint
                radius: Theme.radius
                visible: page.template.outcome !== ""

                Words {
                    id: answer

                    x: 12
                    y: 8
                    width: parent.width - 24
                    height: answer.implicitHeight
                    color: EditorTerms.isGood(page.template.outcome) ? Theme.okText : Theme.refusedText
                    size: Theme.small
                    text: EditorTerms.outcome(page.template.outcome, page.template.about)
                    wrapMode: Text.Wrap
                }
            }
        }

        Item {
            anchors.left: said.left
            anchors.right: said.right
            anchors.top: said.bottom
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 12

            EditorProperties {
                anchors.fill: parent
                template: page.template
                visible: page.sheet === "" && page.template.opened
            }

            EditorSaving {
                width: parent.width
                template: page.template
                visible: page.sheet === "save"
            }

            EditorShelf {
                anchors.fill: parent
                template: page.template
                visible: page.sheet === "shelf"
                onOpened: page.sheet = ""
            }
        }
    }
}
