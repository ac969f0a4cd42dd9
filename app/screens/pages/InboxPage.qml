pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Ready-made labels that wait: look at one, use it or discard it.
Item {
    id: page

    required property InboxModel inbox

    Item {
        x: Theme.margin
        width: parent.width - Theme.panel - 2 * Theme.margin
        height: parent.height

        Words {
            id: head

            y: Theme.compact ? 10 : 18
            size: Theme.head
            text: qsTr("Labels that came in and wait")
        }

        ListView {
            id: list

            objectName: "inboxList"
            anchors.top: head.bottom
            anchors.topMargin: Theme.compact ? 4 : 8
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 8
            width: parent.width
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: page.inbox
            reuseItems: true
            spacing: 8

            delegate: InboxRowCard {
                width: list.width
                inbox: page.inbox
            }
        }

        Words {
            anchors.centerIn: parent
            visible: page.inbox.arrived && list.count === 0
            color: Theme.muted
            size: Theme.head
            text: qsTr("No label waits for anybody")
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
            width: parent.width - 2 * Theme.panelPad
            height: Math.min(sourceSize.height, words.y - y - 16)
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            source: page.inbox.picture
            sourceSize {
                width: Theme.panel - 2 * Theme.panelPad
                height: Theme.compact ? 264 : 480
            }

            Rectangle {
                anchors.centerIn: parent
                width: picture.paintedWidth + 2
                height: picture.paintedHeight + 2
                visible: picture.status === Image.Ready
                border.color: Theme.edge
                color: "transparent"
            }
        }

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.compact ? 90 : 180
            visible: picture.status !== Image.Ready
            name: "label"
            color: Theme.edge
            size: Theme.compact ? 96 : 144
        }

        Column {
            id: words

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.compact ? 16 : 24
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.panelPad
            spacing: Theme.compact ? 8 : 12

            Words {
                width: parent.width
                maximumLineCount: 4
                size: Theme.compact ? 22 : 28
                text: page.inbox.why
                wrapMode: Text.Wrap
            }

            Words {
                width: parent.width
                color: Theme.muted
                maximumLineCount: 3
                size: Theme.small
                text: page.inbox.naming ? qsTr("Scan the order's slip, or type its number behind the keyboard sign") : page.inbox.steps
                wrapMode: Text.Wrap
            }

            Push {
                objectName: "useIncoming"
                width: parent.width
                iconName: "tick"
                text: qsTr("Use this one")
                visible: page.inbox.mayUse
                onTapped: page.inbox.use()
            }

            Push {
                objectName: "nameIncoming"
                width: parent.width
                chosen: page.inbox.naming
                iconName: "slip"
                text: page.inbox.naming ? qsTr("Not now") : qsTr("Say which order it is")
                visible: page.inbox.mayName
                onTapped: page.inbox.name()
            }

            Push {
                objectName: "discardIncoming"
                width: parent.width
                enabled: list.count > 0
                iconName: "cross"
                text: qsTr("Discard this label")
                onTapped: page.inbox.discard("by-person")
            }
        }
    }
}
