pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The items of a template, what is found about it, and the data it is filled with.
Item {
    id: side

    required property TemplateModel template

    ListView {
        id: list

        objectName: "editorItems"
        anchors.top: parent.top
        anchors.bottom: found.visible ? found.top : choices.top
        anchors.bottomMargin: 8
        width: parent.width
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: side.template.selected
        highlightMoveDuration: 0
        model: side.template.items
        spacing: 4

        delegate: Rectangle {
            id: item

            required property int number
            required property string kind
            required property string field
            required property bool chosen
            required property int findings
            required property bool stops
            required property string grade

            objectName: "editorItem" + item.number
            width: list.width
            height: Theme.compact ? 44 : 52
            color: item.chosen ? Theme.ink : touch.pressed ? Theme.sunken : Theme.surface
            radius: Theme.radius

            Words {
                x: 12
                width: parent.width - 24 - (mark.visible ? mark.width + 8 : 0) - (letter.visible ? letter.width + 8 : 0)
                height: parent.height
                color: item.chosen ? Theme.surface : Theme.ink
                size: Theme.compact ? 20 : 24
                text: (item.number + 1) + "  " + EditorTerms.kind(item.kind) + (item.field === "" ? "" : "  " + item.field)
            }

            // How well the code would scan, A to F.
            Words {
                id: letter

                objectName: "itemGrade" + item.number
                anchors.right: mark.visible ? mark.left : parent.right
                anchors.rightMargin: mark.visible ? 8 : 12
                height: parent.height
                visible: item.grade !== ""
                color: item.chosen ? Theme.surface : item.grade === "D" || item.grade === "F" ? Theme.lookText : Theme.muted
                size: Theme.compact ? 20 : 24
                text: item.grade
            }

            Icon {
                id: mark

                anchors.right: parent.right
                anchors.rightMargin: 12
                anchors.verticalCenter: parent.verticalCenter
                visible: item.findings > 0
                name: item.stops ? "stop" : "look"
                color: item.chosen ? Theme.surface : item.stops ? Theme.refusedText : Theme.lookText
                second: item.chosen ? Theme.ink : Theme.surface
                size: 28
            }

            MouseArea {
                id: touch

                anchors.fill: parent
                onClicked: side.template.select(item.number)
            }
        }
    }

    ListView {
        id: found

        objectName: "editorFindings"
        anchors.bottom: choices.top
        anchors.bottomMargin: 8
        width: parent.width
        height: Math.min(found.contentHeight, Math.round(parent.height * 0.4))
        visible: found.count > 0
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: side.template.findings
        spacing: 4

        delegate: Rectangle {
            id: finding

            required property int index
            required property var modelData

            objectName: "finding" + finding.index
            width: found.width
            height: said.implicitHeight + 12
            color: finding.modelData.stops ? Theme.refusedTint : Theme.lookTint
            radius: Theme.radius

            Words {
                id: said

                x: 12
                y: 6
                width: parent.width - 24
                height: said.implicitHeight
                color: finding.modelData.stops ? Theme.refusedText : Theme.lookText
                size: Theme.compact ? 20 : 24
                text: (finding.modelData.item >= 0 ? (finding.modelData.item + 1) + "  " : "") + EditorTerms.finding(finding.modelData.kind)
                wrapMode: Text.Wrap
            }

            MouseArea {
                anchors.fill: parent
                enabled: finding.modelData.item >= 0
                onClicked: side.template.select(finding.modelData.item)
            }
        }
    }

    Row {
        id: choices

        anchors.bottom: parent.bottom
        spacing: 4

        Repeater {
            model: ["newest", "long", "latin"]

            Push {
                required property string modelData

                objectName: "data-" + modelData
                width: Math.floor((side.width - 8) / 3)
                height: Theme.compact ? 52 : 60
                chosen: side.template.data === modelData
                size: Theme.compact ? 20 : 24
                text: EditorTerms.data(modelData)
                onTapped: side.template.data = modelData
            }
        }
    }
}
