pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One line to be typed. What is shown follows the value except while somebody types.
Rectangle {
    id: box

    property string value
    property string hint
    property bool numeric: false

    signal entered(string text)

    implicitHeight: Theme.compact ? 52 : 60
    border.color: field.activeFocus ? Theme.accent : Theme.edge
    border.width: field.activeFocus ? 3 : 1
    color: box.enabled ? Theme.surface : Theme.sunken
    radius: Theme.radius

    onValueChanged: {
        if (!field.activeFocus)
            field.text = box.value;
    }

    Words {
        anchors.fill: parent
        anchors.leftMargin: 12
        visible: field.text === "" && box.hint !== ""
        color: Theme.muted
        size: Theme.small
        text: box.hint
    }

    TextInput {
        id: field

        objectName: box.objectName + "-field"
        anchors.fill: parent
        anchors.leftMargin: 12
        anchors.rightMargin: 12
        clip: true
        color: Theme.ink
        enabled: box.enabled
        font.pixelSize: Theme.small
        horizontalAlignment: box.numeric ? TextInput.AlignHCenter : TextInput.AlignLeft
        inputMethodHints: Qt.ImhNoPredictiveText
        maximumLength: 300
        verticalAlignment: TextInput.AlignVCenter
        Keys.onEscapePressed: {
            field.text = box.value;
            field.focus = false;
        }
        onAccepted: field.focus = false
        onActiveFocusChanged: {
            if (!field.activeFocus && field.text !== box.value) {
                box.entered(field.text);
                field.text = box.value;
            }
        }
        Component.onCompleted: field.text = box.value
    }
}
