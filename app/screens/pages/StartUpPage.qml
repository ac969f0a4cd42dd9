pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// After a crash: labels in doubt one by one, each with one question; then what is to be finished.
Item {
    id: page

    required property StartUpModel start
    readonly property bool asks: page.start.uncertain > 0

    Item {
        id: left

        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        Words {
            id: head

            y: Theme.compact ? 6 : 20
            width: parent.width
            color: Theme.muted
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 20
            size: Theme.body
            text: page.start.stoppedAt === "" ? qsTr("The bench has started.") : qsTr("The bench stopped after %1 and is back. Every scan before that is kept.").arg(page.start.stoppedAt)
        }

        Rectangle {
            id: tray

            anchors.top: head.bottom
            anchors.topMargin: Theme.compact ? 6 : 16
            anchors.bottom: then.top
            anchors.bottomMargin: Theme.compact ? 8 : 20
            width: Theme.compact ? 288 : 448
            color: Theme.sunken
            radius: Theme.radius
            visible: page.asks

            Image {
                id: picture

                anchors.centerIn: parent
                asynchronous: true
                fillMode: Image.PreserveAspectFit
                source: page.start.picture
                sourceSize {
                    width: tray.width - (Theme.compact ? 32 : 64)
                    height: tray.height - (Theme.compact ? 32 : 64)
                }

                Rectangle {
                    anchors.fill: parent
                    anchors.margins: -1
                    visible: picture.status === Image.Ready
                    border.color: Theme.edge
                    color: "transparent"
                }
            }

            Icon {
                anchors.centerIn: parent
                visible: picture.status !== Image.Ready
                name: "label"
                color: Theme.edge
                size: Theme.compact ? 96 : 144
            }
        }

        StartUpQuestion {
            anchors.left: tray.right
            anchors.leftMargin: Theme.compact ? 16 : 40
            anchors.right: parent.right
            anchors.top: tray.top
            start: page.start
            visible: page.asks
        }

        Words {
            id: finish

            anchors.top: head.bottom
            anchors.topMargin: Theme.compact ? 6 : 16
            width: parent.width
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            size: Theme.head
            text: rest.count > 0 ? qsTr("To finish: scan the slip or the label of one") : qsTr("No label waits for anybody")
            visible: !page.asks
        }

        ListView {
            id: rest

            anchors.top: finish.bottom
            anchors.topMargin: Theme.compact ? 6 : 16
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 8
            width: parent.width
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.asks ? null : page.start
            reuseItems: true
            spacing: 8
            visible: !page.asks

            delegate: StartUpRowCard {
                width: ListView.view.width
            }
        }

        Item {
            id: then

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.compact ? 8 : 24
            width: parent.width
            height: Theme.compact ? 84 : 104
            visible: page.asks && following.count > 0

            Words {
                id: thenWord

                anchors.verticalCenter: parent.verticalCenter
                color: Theme.muted
                size: Theme.body
                text: qsTr("Then")
            }

            ListView {
                id: following

                objectName: "startUpThen"
                anchors.left: thenWord.right
                anchors.leftMargin: Theme.compact ? 16 : 32
                anchors.right: parent.right
                height: parent.height
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                model: page.asks ? page.start : null
                orientation: ListView.Horizontal
                reuseItems: true
                spacing: Theme.gap

                delegate: StartUpRowCard {
                    width: Math.floor((ListView.view.width - Theme.gap) / 2)
                }
            }
        }
    }

    Panel {
        objectName: "startUpPanel"
        anchors.right: parent.right
        height: parent.height
        face: page.asks ? PackModel.Look : PackModel.Accepted
        footCaption: page.asks ? qsTr("Packing goes on") : ""
        footText: page.asks ? qsTr("after %n answer(s)", "", page.start.uncertain) : ""
        said: page.asks ? qsTr("Label %1 of %2 is uncertain").arg(page.start.ofAll - page.start.uncertain + 1).arg(page.start.ofAll) : qsTr("No label is uncertain")
        word: page.asks ? Terms.verdict(PackModel.LookWord) : Terms.verdict(PackModel.OkWord)

        Item {
            width: parent.width
            height: page.asks ? none.height + 16 : 0
            visible: page.asks

            BarcodeCard {
                id: none

                objectName: "startUpNoneCard"
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                barHeight: Theme.compact ? 40 : 56
                caption: qsTr("It is not there")
                code: "none"
                onTapped: page.start.notThere()
            }
        }
    }
}
