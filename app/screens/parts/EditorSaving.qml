pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Under which name a template is saved, and why in spite of what was found.
Column {
    id: saving

    required property TemplateModel template
    property string name
    property string decision
    readonly property bool found: saving.template.findings.length > 0

    spacing: Theme.gap

    onVisibleChanged: {
        saving.name = saving.template.name;
        saving.decision = "";
    }

    Words {
        color: Theme.muted
        size: Theme.small
        text: qsTr("Name of the template")
    }

    EditorInput {
        objectName: "saveName"
        width: parent.width
        value: saving.name
        onEntered: text => saving.name = text
    }

    Words {
        width: parent.width
        color: Theme.lookText
        size: Theme.body
        text: qsTr("Something was found, see the list. Saved all the same, because:")
        visible: saving.found
        wrapMode: Text.Wrap
    }

    Repeater {
        model: saving.found ? [qsTr("Looked at on paper, it is fine"), qsTr("The courier wants it so"), qsTr("Only a trial")] : []

        Push {
            required property int index
            required property string modelData

            objectName: "decision" + index
            width: saving.width
            height: Theme.compact ? 52 : 64
            chosen: saving.decision === modelData
            size: Theme.small
            text: modelData
            onTapped: saving.decision = modelData
        }
    }

    EditorInput {
        objectName: "saveDecision"
        width: parent.width
        hint: qsTr("or another reason")
        value: saving.decision
        visible: saving.found
        onEntered: text => saving.decision = text
    }

    Push {
        objectName: "saveNow"
        width: parent.width
        enabled: saving.template.maySave && !saving.template.drawing && (!saving.found || saving.decision.trim() !== "")
        iconName: "tick"
        primary: enabled
        text: qsTr("Save as the next version")
        onTapped: saving.template.save(saving.name, saving.found ? saving.decision : "")
    }
}
