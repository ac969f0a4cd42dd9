pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Nobody is at the bench: one badge scan, or another language first.
Item {
    id: page

    required property KioskModel kiosk
    readonly property PackModel pack: page.kiosk.pack

    Item {
        id: left

        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        Words {
            id: head

            y: Theme.compact ? 20 : 40
            width: parent.width
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 36
            size: Theme.big
            text: qsTr("Who packs here?")
        }

        Words {
            id: sub

            anchors.top: head.bottom
            width: parent.width
            color: Theme.muted
            size: Theme.text
            text: qsTr("Scan your badge. Everything you pack carries your name.")
        }

        Rectangle {
            id: card

            anchors.top: sub.bottom
            anchors.topMargin: Theme.compact ? 24 : 48
            anchors.bottom: languages.top
            anchors.bottomMargin: Theme.compact ? 24 : 48
            width: parent.width
            border.color: Theme.accent
            border.width: 4
            color: Theme.surface
            radius: Theme.radius

            Icon {
                id: badge

                anchors.verticalCenter: parent.verticalCenter
                x: Theme.compact ? 48 : 80
                name: "badgecard"
                color: Theme.accent
                size: Theme.compact ? 160 : 240
            }

            Icon {
                id: arrow

                anchors.left: badge.right
                anchors.leftMargin: Theme.compact ? 40 : 72
                anchors.verticalCenter: parent.verticalCenter
                name: "arrow"
                color: Theme.muted
                size: Theme.compact ? 64 : 96
            }

            Icon {
                id: scanner

                anchors.left: arrow.right
                anchors.leftMargin: Theme.compact ? 40 : 72
                anchors.verticalCenter: parent.verticalCenter
                name: "scannergun"
                color: Theme.ink
                size: Theme.compact ? 160 : 240
            }

            Words {
                anchors.left: scanner.right
                anchors.leftMargin: Theme.compact ? 32 : 64
                anchors.right: parent.right
                anchors.rightMargin: 24
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.muted
                maximumLineCount: 3
                size: Theme.body
                text: qsTr("No badge? The supervisor prints one.")
                wrapMode: Text.Wrap
            }
        }

        Row {
            id: languages

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.compact ? 20 : 32
            spacing: 16

            Push {
                objectName: "chineseButton"
                chosen: page.kiosk.chinese
                size: Theme.text
                text: "中文"
                onTapped: page.kiosk.setChinese(true)
            }

            Push {
                objectName: "englishButton"
                chosen: !page.kiosk.chinese
                size: Theme.text
                text: "English"
                onTapped: page.kiosk.setChinese(false)
            }
        }
    }

    Panel {
        anchors.right: parent.right
        height: parent.height
        face: page.pack.face
        footCaption: page.pack.lastTail === "" ? "" : qsTr("Last parcel")
        footText: page.pack.lastTail === "" ? "" : qsTr("ends %1").arg(page.pack.lastTail)
        said: page.pack.said
        visible: !page.pack.refused
        word: Terms.verdict(page.pack.word)
    }

    RefusalView {
        objectName: "signOnRefusal"
        anchors.fill: parent
        pack: page.pack
        visible: page.pack.refused
    }
}
