pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The last labels: look at one, print it again with a reason.
Item {
    id: page

    required property LabelsModel labels

    Item {
        id: left

        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        Words {
            id: head

            y: Theme.compact ? 10 : 18
            size: Theme.head
            text: qsTr("Labels")
        }

        Words {
            anchors.left: head.right
            anchors.leftMargin: 24
            anchors.baseline: head.baseline
            color: Theme.muted
            size: Theme.body
            text: qsTr("The newest first")
        }

        Push {
            objectName: "openStartUp"
            anchors.right: openInbox.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: head.verticalCenter
            iconName: Theme.compact ? "" : "wait"
            text: qsTr("Unfinished")
            onTapped: page.labels.startUpWanted()
        }

        Push {
            id: openInbox

            objectName: "openInbox"
            anchors.right: parent.right
            anchors.verticalCenter: head.verticalCenter
            iconName: "import"
            text: qsTr("Labels that came in")
            onTapped: page.labels.inboxWanted()
        }

        ListView {
            id: list

            objectName: "labelList"
            anchors.top: openInbox.bottom
            anchors.topMargin: Theme.compact ? 6 : 8
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 8
            width: parent.width
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.labels
            reuseItems: true
            spacing: 8

            delegate: LabelRowCard {
                width: list.width
                labels: page.labels
            }
        }

        Words {
            anchors.centerIn: parent
            visible: page.labels.arrived && list.count === 0
            color: Theme.muted
            size: Theme.head
            text: qsTr("No label has been made yet")
        }
    }

    Rectangle {
        anchors.right: parent.right
        width: Theme.panel
        height: parent.height
        color: Theme.sunken

        Image {
            id: picture

            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.compact ? 16 : 24
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            source: page.labels.picture
            sourceSize {
                width: Theme.panel - 2 * Theme.panelPad
                height: Theme.compact ? 336 : 560
            }

            Rectangle {
                anchors.fill: parent
                anchors.margins: -1
                visible: picture.status === Image.Ready
                border.color: Theme.edge
                color: "transparent"
            }
        }

        // How well its codes would scan, beside the picture where there is room.
        Column {
            id: grade

            objectName: "labelGrade"
            anchors.left: parent.left
            anchors.leftMargin: 12
            anchors.top: picture.top
            visible: page.labels.grade !== "" && picture.status === Image.Ready && picture.x >= grade.width + 24
            width: Theme.compact ? 64 : 88

            Words {
                width: parent.width
                color: Theme.muted
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 14
                size: Theme.small
                //: how well the label's codes would scan, a letter from A to F stands beneath
                text: qsTr("Grade")
            }

            Words {
                objectName: "labelGradeLetter"
                width: parent.width
                color: page.labels.grade === "D" || page.labels.grade === "F" ? Theme.lookText : Theme.ink
                size: Theme.compact ? 28 : 36
                text: page.labels.grade
            }
        }

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.compact ? 120 : 200
            visible: picture.status !== Image.Ready
            name: "label"
            color: Theme.edge
            size: Theme.compact ? 96 : 144
        }

        Column {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.compact ? 16 : 24
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.panelPad
            spacing: Theme.compact ? 8 : 12

            Words {
                width: parent.width
                size: Theme.compact ? 28 : 32
                text: {
                    if (page.labels.asked)
                        return page.labels.mayCancel ? qsTr("It is on its way") : qsTr("Another copy is on its way");
                    if (page.labels.mayCancel)
                        return page.labels.mayPrintAgain ? qsTr("Nothing of it was sent yet") : qsTr("It is being sent");
                    switch (page.labels.verb) {
                    case LabelsModel.Redo:
                        return page.labels.mayAct ? qsTr("Another number, because:") : qsTr("This one keeps its number");
                    case LabelsModel.Extra:
                        return page.labels.mayAct ? qsTr("One more carton, because:") : qsTr("No carton can be added");
                    default:
                        return page.labels.mayPrintAgain ? qsTr("Print it again, because:") : qsTr("This one is not printed again");
                    }
                }
            }

            Push {
                objectName: "sendLabel"
                width: parent.width
                enabled: !page.labels.asked
                iconName: "printer"
                text: qsTr("Send it again")
                visible: page.labels.mayCancel && page.labels.mayPrintAgain
                onTapped: page.labels.printAgain("not-sent")
            }

            Push {
                objectName: "cancelLabel"
                width: parent.width
                iconName: "cross"
                text: qsTr("Cancel this label")
                visible: page.labels.mayCancel
                onTapped: page.labels.cancel()
            }

            LabelVerbs {
                labels: page.labels
                visible: !page.labels.mayCancel
            }
        }
    }
}
