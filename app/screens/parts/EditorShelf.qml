pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// What may be opened: other templates, older versions of this one, files.
Item {
    id: shelf

    required property TemplateModel template
    property bool dropping: false ///< changes that are not saved may be lost
    readonly property bool mayOpen: !shelf.template.changed || shelf.dropping

    signal opened

    onVisibleChanged: {
        shelf.dropping = false;
        if (shelf.visible)
            shelf.template.lookForFiles();
    }

    Column {
        id: head

        width: parent.width
        spacing: Theme.gap

        Push {
            objectName: "exportTemplate"
            width: parent.width
            enabled: shelf.template.folder !== ""
            iconName: "file"
            size: Theme.small
            text: qsTr("Write it to a file")
            onTapped: shelf.template.exportFile()
        }

        Push {
            objectName: "dropChanges"
            width: parent.width
            size: Theme.small
            text: qsTr("Give up what is not saved")
            visible: !shelf.mayOpen
            onTapped: shelf.dropping = true
        }
    }

    ListView {
        id: list

        objectName: "editorShelf"
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        width: parent.width
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: {
            const rows = [
                {
                    title: qsTr("Versions of this template")
                }
            ];
            for (const one of shelf.template.versions)
                rows.push({
                    name: shelf.template.name,
                    version: one.version,
                    first: EditorTerms.versionName(one.version),
                    second: one.version > 0 ? one.when + " · " + one.by + (one.decision === "" ? "" : " · " + one.decision) : ""
                });
            rows.push({
                title: qsTr("Templates")
            });
            for (const one of shelf.template.templates)
                rows.push({
                    name: one.name,
                    version: -1,
                    first: one.name,
                    second: EditorTerms.versionName(one.version) + (one.used ? " · " + qsTr("in use") : "")
                });
            rows.push({
                title: shelf.template.folder === "" ? qsTr("No import folder is set") : qsTr("Files")
            });
            for (const one of shelf.template.files)
                rows.push({
                    path: one.path,
                    first: one.name,
                    second: one.when
                });
            return rows;
        }
        spacing: 4

        delegate: Rectangle {
            id: row

            required property int index
            required property var modelData
            readonly property bool isTitle: modelData.title !== undefined
            readonly property bool isFile: modelData.path !== undefined
            readonly property bool isOpen: !row.isTitle && !row.isFile && row.modelData.name === shelf.template.name && row.modelData.version === shelf.template.version

            objectName: row.isTitle ? "" : row.isFile ? "file-" + row.modelData.first : "version-" + row.modelData.name + "-" + row.modelData.version
            width: list.width
            height: row.isTitle ? 40 : Theme.compact ? 64 : 72
            color: row.isTitle ? "transparent" : touch.pressed ? Theme.sunken : Theme.surface
            border.color: row.isOpen ? Theme.accent : Theme.line
            border.width: row.isTitle ? 0 : row.isOpen ? 3 : 1
            opacity: row.isTitle || shelf.mayOpen ? 1 : 0.5
            radius: Theme.radius

            Words {
                x: row.isTitle ? 0 : 12
                y: 2
                width: parent.width - 24
                color: row.isTitle ? Theme.muted : Theme.ink
                elide: Text.ElideMiddle
                size: Theme.small
                text: row.isTitle ? row.modelData.title : row.modelData.first
            }

            Words {
                x: 12
                y: 34
                width: parent.width - 24
                color: Theme.muted
                size: 20
                text: row.isTitle ? "" : row.modelData.second
            }

            MouseArea {
                id: touch

                anchors.fill: parent
                enabled: !row.isTitle && shelf.mayOpen && (!row.isFile || shelf.template.maySave)
                onClicked: {
                    if (row.isFile)
                        shelf.template.importFile(row.modelData.path);
                    else
                        shelf.template.open(row.modelData.name, row.modelData.version);
                    shelf.opened();
                }
            }
        }
    }
}
