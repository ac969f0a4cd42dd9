pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The labels of all due orders, tried before anybody packs them: a button, how far it is, what was found.
Item {
    id: bar

    required property AheadModel ahead
    readonly property int lines: Math.min(bar.ahead.rows.length, 3)
    readonly property int lineHeight: Theme.compact ? 44 : 52

    height: foot.height + (bar.lines > 0 ? bar.lines * bar.lineHeight + 12 : 0)

    ListView {
        id: found

        objectName: "aheadFound"
        width: parent.width
        height: bar.lines * bar.lineHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: bar.ahead.rows

        delegate: Item {
            id: row

            required property var modelData

            width: found.width
            height: bar.lineHeight

            Icon {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                color: row.modelData.stops ? Theme.refusedFill : Theme.lookFill
                name: row.modelData.stops ? "stop" : "look"
                second: Theme.background
                size: Theme.compact ? 26 : 32
            }

            Words {
                anchors.left: mark.right
                anchors.leftMargin: 12
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideRight
                text: qsTr("Order ends %1: %2", "of its number").arg(row.modelData.order).arg(row.modelData.text)
            }
        }
    }

    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.button

        Push {
            id: act

            objectName: "aheadPush"
            anchors.right: parent.right
            text: bar.ahead.running ? qsTr("Cancel") : bar.ahead.arrived ? qsTr("Check again") : qsTr("Check labels ahead")
            onTapped: bar.ahead.running ? bar.ahead.cancel() : bar.ahead.start()
        }

        Item {
            anchors.left: parent.left
            anchors.right: act.left
            anchors.rightMargin: Theme.gap
            height: parent.height
            visible: bar.ahead.arrived

            Words {
                objectName: "aheadWords"
                anchors.top: parent.top
                anchors.bottom: track.visible ? track.top : parent.bottom
                width: parent.width
                color: bar.ahead.stopped > 0 ? Theme.refusedFill : Theme.ink
                elide: Text.ElideRight
                verticalAlignment: Text.AlignVCenter
                text: {
                    if (bar.ahead.running)
                        return qsTr("%1 of %2 labels tried").arg(bar.ahead.done).arg(bar.ahead.total);
                    if (bar.ahead.cancelled)
                        return qsTr("Stopped after %1 of %2 labels").arg(bar.ahead.done).arg(bar.ahead.total);
                    if (bar.ahead.stopped > 0)
                        return qsTr("%1 of %2 labels cannot be printed").arg(bar.ahead.stopped).arg(bar.ahead.total);
                    return bar.ahead.leftOut > 0 ? qsTr("All %1 labels can be printed, %2 orders left out: held, packed, or ready-made").arg(bar.ahead.total).arg(bar.ahead.leftOut) : qsTr("All %1 labels can be printed").arg(bar.ahead.total);
                }
            }

            Rectangle {
                id: track

                anchors.bottom: parent.bottom
                anchors.bottomMargin: 6
                width: parent.width
                height: 10
                color: Theme.sunken
                radius: 5
                visible: bar.ahead.running

                Rectangle {
                    width: parent.width * (bar.ahead.total > 0 ? bar.ahead.done / bar.ahead.total : 0)
                    height: parent.height
                    color: Theme.accentFill
                    radius: 5
                }
            }
        }
    }
}
