pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Print again, another number, one more carton: what is to be done with a label, and why.
Column {
    id: verbs

    required property LabelsModel labels
    readonly property var reasons: {
        switch (verbs.labels.verb) {
        case LabelsModel.Redo:
            return [
                {
                    reason: "courier-asks",
                    name: qsTr("Courier asks")
                },
                {
                    reason: "wrong-courier",
                    name: qsTr("Wrong courier")
                },
                {
                    reason: "wrong-number",
                    name: qsTr("Wrong number")
                },
                {
                    reason: "other",
                    name: qsTr("Other reason")
                }
            ];
        case LabelsModel.Extra:
            return [
                {
                    reason: "does-not-fit",
                    name: qsTr("Does not fit")
                },
                {
                    reason: "too-heavy",
                    name: qsTr("Too heavy")
                },
                {
                    reason: "added",
                    name: qsTr("Goods added")
                },
                {
                    reason: "other",
                    name: qsTr("Other reason")
                }
            ];
        default:
            return [
                {
                    reason: "damaged",
                    name: qsTr("Damaged")
                },
                {
                    reason: "lost",
                    name: qsTr("Lost")
                },
                {
                    reason: "unreadable",
                    name: qsTr("Unreadable")
                },
                {
                    reason: "misplaced",
                    name: qsTr("Stuck wrong")
                }
            ];
        }
    }

    spacing: Theme.compact ? 8 : 12

    Row {
        spacing: 12

        Repeater {
            model: [
                {
                    verb: LabelsModel.Again,
                    name: qsTr("Again")
                },
                {
                    verb: LabelsModel.Redo,
                    name: qsTr("Redo")
                },
                {
                    verb: LabelsModel.Extra,
                    name: qsTr("Extra")
                }
            ]

            Push {
                required property var modelData

                objectName: "verb-" + modelData.verb
                width: Math.floor((Theme.panel - 2 * Theme.panelPad - 24) / 3)
                chosen: verbs.labels.verb === modelData.verb
                text: modelData.name
                onTapped: verbs.labels.verb = modelData.verb
            }
        }
    }

    Grid {
        columns: 2
        columnSpacing: 12
        rowSpacing: Theme.compact ? 8 : 12

        Repeater {
            model: verbs.reasons

            Push {
                required property var modelData

                objectName: "reason-" + modelData.reason
                width: Math.floor((Theme.panel - 2 * Theme.panelPad - 12) / 2)
                enabled: verbs.labels.mayAct && !verbs.labels.asked
                text: modelData.name
                onTapped: verbs.labels.act(modelData.reason)
            }
        }
    }
}
