pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The line to scan next: picture, name, properties large, bin, count.
Rectangle {
    id: card

    required property PackModel pack
    readonly property GoodsModel goods: card.pack.open

    height: Theme.compact ? 296 : 416
    border.color: Theme.accent
    border.width: 4
    color: Theme.surface
    radius: Theme.radius

    GoodsPicture {
        id: picture

        anchors.left: parent.left
        anchors.leftMargin: Theme.compact ? 24 : 32
        anchors.verticalCenter: parent.verticalCenter
        picture: card.goods.picture
        size: Theme.compact ? 248 : 352
    }

    Column {
        id: words

        anchors.left: picture.right
        anchors.leftMargin: Theme.compact ? 24 : 40
        anchors.right: parent.right
        anchors.rightMargin: card.width - Math.min(count.x, bin.visible ? bin.x : card.width) + 16
        anchors.top: picture.top

        Item {
            width: parent.width
            height: Theme.compact ? 33 : 40

            Words {
                visible: !(chip.visible && Theme.compact)
                color: Theme.accent
                size: Theme.body
                text: qsTr("Scan next")
            }

            SerialChip {
                id: chip

                x: Theme.compact ? 0 : 160
                y: Theme.compact ? -6 : -8
                visible: card.pack.openAsksSerial
            }
        }

        Words {
            readonly property bool wraps: metrics.advanceWidth > parent.width

            width: parent.width
            height: wraps ? (Theme.compact ? 62 : 84) : Math.round(Theme.title * 1.36)
            maximumLineCount: 2
            size: wraps ? Theme.compact ? 24 : 32 : Theme.title
            text: card.goods.title
            wrapMode: Text.Wrap

            TextMetrics {
                id: metrics

                font.bold: Theme.title >= 36
                font.pixelSize: Theme.title
                text: card.goods.title
            }
        }

        Item {
            width: 1
            height: Theme.compact ? 4 : 12
        }

        Row {
            id: parts

            width: parent.width
            spacing: 24
            visible: card.goods.parts.length < 3

            Repeater {
                model: card.goods.parts

                Column {
                    id: part

                    required property var modelData

                    width: Math.floor((parts.width - 24 * (card.goods.parts.length - 1)) * part.modelData.share)

                    Words {
                        width: parent.width
                        color: Theme.muted
                        size: Theme.small
                        text: part.modelData.name
                    }

                    LargeWords {
                        width: parent.width
                        color: Theme.ink
                        minimumSize: 28
                        size: Theme.value
                        text: part.modelData.value
                    }
                }
            }
        }
    }

    // Three properties and more: their values in running text.
    Words {
        anchors.left: words.left
        anchors.right: words.right
        anchors.bottom: sku.top
        height: Theme.compact ? 108 : 150
        visible: card.goods.parts.length > 2
        font.bold: true
        fontSizeMode: Text.Fit
        maximumLineCount: 3
        minimumPixelSize: Theme.small
        size: Theme.compact ? 32 : 52
        text: card.goods.line
        wrapMode: Text.Wrap
    }

    Words {
        id: sku

        anchors.left: words.left
        anchors.bottom: picture.bottom
        width: words.width
        color: Theme.muted
        size: Theme.body
        text: qsTr("Item %1").arg(card.goods.sku)
    }

    Words {
        anchors.right: parent.right
        anchors.rightMargin: Theme.compact ? 24 : 32
        anchors.top: picture.top
        color: Theme.muted
        size: Theme.small
        text: qsTr("scanned / ordered")
    }

    LargeWords {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: Theme.compact ? 24 : 32
        y: Theme.compact ? 52 : 60
        width: Math.max(implicitWidth, Theme.compact ? 200 : 280)
        alignment: Qt.AlignRight
        color: Theme.ink
        size: Theme.count
        text: card.pack.openDone + "/" + card.pack.openWanted
    }

    BinChip {
        id: bin

        anchors.right: parent.right
        anchors.rightMargin: Theme.compact ? 24 : 32
        anchors.bottom: picture.bottom
        bin: card.goods.bin
    }
}
