pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Which language a printer speaks, where nobody is sure: a person says it, by a tap or a card.
Column {
    id: choice

    required property DevicesModel devices
    required property deviceSeen seen

    spacing: Theme.compact ? 8 : 12

    Words {
        width: parent.width
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        size: Theme.text
        text: qsTr("Which language does it speak?")
    }

    Words {
        width: parent.width
        color: Theme.muted
        size: Theme.small
        text: qsTr("Likely: %1").arg(choice.seen.likelyLanguage.toUpperCase())
        visible: choice.seen.likelyLanguage !== ""
    }

    Grid {
        id: grid

        columns: 3
        spacing: Theme.compact ? 8 : 12

        Repeater {
            model: ["zpl", "tspl", "epl2", "cpcl", "escpos"]

            Push {
                required property string modelData

                objectName: "language-" + modelData
                width: Math.floor((choice.width - 2 * grid.spacing) / 3)
                chosen: choice.seen.language === modelData
                primary: choice.seen.likelyLanguage === modelData
                text: modelData === "escpos" ? "ESC/POS" : modelData.toUpperCase()
                onTapped: choice.devices.sayLanguage(choice.seen.deviceId, modelData)
            }
        }
    }

    Words {
        width: parent.width
        color: Theme.muted
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        size: Theme.small
        text: qsTr("Card: PBC-ZPL, PBC-TSPL …")
        visible: choice.seen.isUsed
    }
}
