pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One property of the selected item with the control that fits it.
Item {
    id: row

    required property string name
    required property string kind
    required property string value
    required property list<string> choices
    required property TemplateModel template
    readonly property bool stacked: row.kind === "text" || row.kind === "choice"
    readonly property int control: Theme.compact ? 52 : 60

    readonly property int perRow: row.choices.length > 4 ? 3 : Math.max(row.choices.length, 1)
    readonly property int rowsOfChoices: row.kind === "choice" ? Math.ceil(row.choices.length / row.perRow) : 1

    height: row.stacked ? row.rowsOfChoices * (row.control + 4) + 32 : row.control

    Words {
        width: row.stacked ? row.width : row.width - (row.kind === "flag" ? 2 : 3) * (row.control + 4) - 28
        height: row.stacked ? 36 : row.control
        color: Theme.muted
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 16
        size: Theme.small
        text: EditorTerms.property(row.name)
    }

    EditorInput {
        objectName: "property-" + row.name
        y: 36
        width: row.width
        enabled: row.template.maySave
        value: row.value
        visible: row.kind === "text"
        onEntered: text => row.template.write(row.name, text)
    }

    // Its buttons are enabled with it: they may outlive this row by a moment.
    Grid {
        y: 36
        columns: row.perRow
        enabled: row.template.maySave
        spacing: 4
        visible: row.kind === "choice"

        Repeater {
            model: row.kind === "choice" ? row.choices : []

            Push {
                required property string modelData

                objectName: "choice-" + row.name + "-" + modelData
                width: Math.floor((row.width - (row.perRow - 1) * 4) / row.perRow)
                height: row.control
                chosen: row.value === modelData
                size: Theme.compact ? 20 : 24
                text: EditorTerms.choice(modelData)
                onTapped: row.template.write(row.name, modelData)
            }
        }
    }

    Push {
        objectName: "flag-" + row.name
        anchors.right: parent.right
        width: 2 * row.control
        height: row.control
        chosen: row.value === "true"
        enabled: row.template.maySave
        size: Theme.small
        text: row.value === "true" ? qsTr("Yes") : qsTr("No")
        visible: row.kind === "flag"
        onTapped: row.template.write(row.name, row.value === "true" ? "false" : "true")
    }

    Row {
        anchors.right: parent.right
        spacing: 4
        visible: row.kind === "number"

        Push {
            objectName: "less-" + row.name
            width: row.control
            height: row.control
            enabled: row.template.maySave
            text: "−"
            onTapped: row.template.step(row.name, -1)
        }

        EditorInput {
            objectName: "number-" + row.name
            width: row.control + 28
            height: row.control
            enabled: row.template.maySave
            numeric: true
            value: row.value
            onEntered: text => row.template.write(row.name, text)
        }

        Push {
            objectName: "more-" + row.name
            width: row.control
            height: row.control
            enabled: row.template.maySave
            text: "+"
            onTapped: row.template.step(row.name, 1)
        }
    }
}
