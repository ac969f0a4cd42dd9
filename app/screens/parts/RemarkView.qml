pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Remarks that bind: the words, what they change, one confirmation.
Item {
    id: view

    required property PackModel pack
    readonly property int many: view.pack.remarks.length

    OrderHead {
        id: head

        width: parent.width
        pack: view.pack
    }

    Rectangle {
        id: card

        anchors.top: head.bottom
        anchors.bottom: row.top
        anchors.bottomMargin: Theme.compact ? 16 : 32
        width: parent.width
        border.color: Theme.lookFill
        border.width: 4
        color: Theme.surface
        radius: Theme.radius

        Column {
            id: list

            anchors.fill: parent
            anchors.margins: Theme.compact ? 20 : 32
            spacing: Theme.compact ? 8 : 16

            Repeater {
                model: view.pack.remarks

                Column {
                    id: remark

                    required property var modelData
                    required property int index

                    width: list.width
                    spacing: Theme.compact ? 0 : 4

                    Rectangle {
                        width: parent.width
                        height: 1
                        visible: remark.index > 0
                        color: Theme.line
                    }

                    Row {
                        spacing: 20

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            name: "flag"
                            color: Theme.lookText
                            size: Theme.compact ? 32 : 36
                        }

                        Words {
                            anchors.verticalCenter: parent.verticalCenter
                            color: Theme.lookText
                            size: Theme.body
                            text: Terms.remarkFrom(remark.modelData.from)
                        }
                    }

                    Words {
                        width: parent.width
                        font.bold: true
                        height: view.many > 1 ? (Theme.compact ? 72 : 112) : Theme.compact ? 160 : 272
                        fontSizeMode: Text.Fit
                        minimumPixelSize: Theme.small
                        size: view.many > 1 ? (Theme.compact ? 36 : 52) : Theme.big
                        text: remark.modelData.text
                        wrapMode: Text.Wrap
                    }

                    Row {
                        spacing: Theme.compact ? 20 : 32
                        visible: remark.modelData.courier !== "" || remark.modelData.notCourier !== ""

                        Words {
                            anchors.verticalCenter: parent.verticalCenter
                            color: Theme.muted
                            size: Theme.text
                            text: qsTr("Courier")
                        }

                        Words {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: remark.modelData.notCourier !== ""
                            color: Theme.muted
                            font.strikeout: true
                            font.bold: false
                            size: Theme.figure
                            text: remark.modelData.notCourier
                        }

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: remark.modelData.courier !== "" && remark.modelData.notCourier !== ""
                            name: "arrow"
                            color: Theme.muted
                            size: 36
                        }

                        Words {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: remark.modelData.courier !== ""
                            size: Theme.figure
                            text: remark.modelData.courier
                        }
                    }
                }
            }
        }
    }

    Item {
        id: row

        anchors.bottom: folded.top
        anchors.bottomMargin: Theme.compact ? 0 : 8
        width: parent.width
        height: Theme.compact ? 104 : 128

        Push {
            id: read

            objectName: "confirmButton"
            anchors.left: parent.left
            anchors.right: card2.left
            anchors.rightMargin: 24
            height: parent.height
            iconName: "tick"
            primary: true
            size: Theme.compact ? 32 : 44
            text: qsTr("I have read it")
            onTapped: view.pack.confirmRemarks()
        }

        BarcodeCard {
            id: card2

            anchors.right: Theme.compact ? parent.right : undefined
            x: 432
            barHeight: Theme.compact ? 48 : 64
            caption: qsTr("CONFIRM")
            code: "confirm"
            onTapped: view.pack.confirmRemarks()
        }

        Column {
            anchors.left: card2.right
            anchors.leftMargin: 28
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.compact

            Words {
                width: parent.width
                size: Theme.text
                text: qsTr("or scan this card")
            }

            Words {
                width: parent.width
                color: Theme.muted
                maximumLineCount: 2
                size: Theme.body
                text: qsTr("Goods scanned now are held.")
                wrapMode: Text.Wrap
            }
        }
    }

    FoldedLines {
        id: folded

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.compact ? 4 : 4
        width: parent.width
        pack: view.pack
    }
}
