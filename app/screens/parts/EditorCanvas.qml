pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The label as it would be printed; the selected item has a frame to drag and a corner to size.
FocusScope {
    id: canvas

    required property TemplateModel template
    readonly property real dotsPerMm: canvas.template.sizeMm.width > 0 ? Math.min(canvas.width / canvas.template.sizeMm.width, canvas.height / canvas.template.sizeMm.height) : 1
    readonly property int corner: Theme.compact ? 28 : 36

    Rectangle {
        id: label

        objectName: "editorLabel"
        anchors.centerIn: parent
        width: Math.round(canvas.template.sizeMm.width * canvas.dotsPerMm)
        height: Math.round(canvas.template.sizeMm.height * canvas.dotsPerMm)
        border.color: canvas.activeFocus ? Theme.accent : Theme.edge
        color: Theme.paper

        Image {
            objectName: "editorPicture"
            anchors.fill: parent
            anchors.margins: 1
            asynchronous: true
            cache: false
            source: canvas.template.picture
            sourceSize {
                width: label.width - 2
                height: label.height - 2
            }
        }

        Rectangle {
            id: frame

            objectName: "editorFrame"
            x: canvas.template.place.x * canvas.dotsPerMm + touch.shiftX
            y: canvas.template.place.y * canvas.dotsPerMm + touch.shiftY
            width: Math.max(4, canvas.template.place.width * canvas.dotsPerMm + touch.growX)
            height: Math.max(4, canvas.template.place.height * canvas.dotsPerMm + touch.growY)
            border.color: Theme.accentFill
            border.width: 3
            color: "#221B58B8"
            visible: canvas.template.selected >= 0

            Rectangle {
                objectName: "editorCorner"
                x: parent.width - width / 2
                y: parent.height - height / 2
                width: Math.round(canvas.corner / 2)
                height: width
                border.color: "#FFFFFF"
                border.width: 2
                color: Theme.accentFill
                visible: canvas.template.maySave
            }
        }

        MouseArea {
            id: touch

            property real fromX: 0
            property real fromY: 0
            property bool moving: false
            property bool sizing: false
            readonly property real grid: 0.5 * canvas.dotsPerMm
            property real wayX: 0
            property real wayY: 0
            readonly property real shiftX: touch.moving ? touch.wayX : 0
            readonly property real shiftY: touch.moving ? touch.wayY : 0
            readonly property real growX: touch.sizing ? touch.wayX : 0
            readonly property real growY: touch.sizing ? touch.wayY : 0

            function isInFrame(x: real, y: real): bool {
                return frame.visible && x >= frame.x && y >= frame.y && x <= frame.x + frame.width && y <= frame.y + frame.height;
            }

            function isAtCorner(x: real, y: real): bool {
                return frame.visible && Math.abs(x - frame.x - frame.width) <= canvas.corner / 2 && Math.abs(y - frame.y - frame.height) <= canvas.corner / 2;
            }

            function letGo() {
                touch.moving = false;
                touch.sizing = false;
                touch.wayX = 0;
                touch.wayY = 0;
            }

            anchors.fill: parent
            anchors.margins: -canvas.corner / 2
            preventStealing: true
            onCanceled: touch.letGo()
            onPositionChanged: mouse => {
                touch.wayX = Math.round((mouse.x - touch.fromX) / touch.grid) * touch.grid;
                touch.wayY = Math.round((mouse.y - touch.fromY) / touch.grid) * touch.grid;
            }
            onPressed: mouse => {
                const x = mouse.x - canvas.corner / 2;
                const y = mouse.y - canvas.corner / 2;
                canvas.forceActiveFocus();
                touch.letGo();
                touch.fromX = mouse.x;
                touch.fromY = mouse.y;
                const sized = canvas.template.maySave && touch.isAtCorner(x, y);
                if (!sized)
                    canvas.template.touch(x / canvas.dotsPerMm, y / canvas.dotsPerMm);
                touch.sizing = sized;
                touch.moving = !sized && canvas.template.maySave && touch.isInFrame(x, y);
            }
            onReleased: {
                const dx = touch.wayX / canvas.dotsPerMm;
                const dy = touch.wayY / canvas.dotsPerMm;
                const moved = touch.moving;
                const sized = touch.sizing;
                touch.letGo();
                if (moved)
                    canvas.template.moveBy(dx, dy);
                else if (sized)
                    canvas.template.resizeBy(dx, dy);
            }
        }
    }

    Keys.onPressed: event => {
        const turned = event.modifiers & Qt.ShiftModifier;
        const dx = event.key === Qt.Key_Left ? -0.5 : event.key === Qt.Key_Right ? 0.5 : 0;
        const dy = event.key === Qt.Key_Up ? -0.5 : event.key === Qt.Key_Down ? 0.5 : 0;
        event.accepted = true;
        if (dx !== 0 || dy !== 0) {
            if (turned)
                canvas.template.resizeBy(dx, dy);
            else
                canvas.template.moveBy(dx, dy);
        } else if (event.key === Qt.Key_Delete) {
            canvas.template.remove();
        } else if (event.matches(StandardKey.Undo)) {
            canvas.template.undo();
        } else if (event.matches(StandardKey.Redo)) {
            canvas.template.redo();
        } else {
            event.accepted = false;
        }
    }
}
