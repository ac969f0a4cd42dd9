pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// What was scanned, or what should have been: the property that differs is framed.
Rectangle {
    id: card

    required property string caption
    required property bool wrong
    required property GoodsModel goods
    property string code ///< shown when no goods are known by it
    readonly property color markColor: card.wrong ? Theme.refusedText : Theme.okText
    readonly property color tint: card.wrong ? Theme.refusedTint : Theme.okTint

    border.color: Theme.line
    border.width: Theme.dark ? 1 : 0
    color: Theme.surface
    radius: Theme.radius

    Words {
        id: caption

        x: Theme.inset
        y: Theme.compact ? 14 : 24
        width: parent.width - 2 * Theme.inset - mark.width - 8
        color: Theme.muted
        font.bold: false
        size: Theme.compact ? 28 : 36
        text: card.caption
    }

    Icon {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.verticalCenter: caption.verticalCenter
        name: card.wrong ? "cross" : "tick"
        color: card.markColor
        size: Theme.compact ? 32 : 36
    }

    GoodsPicture {
        id: picture

        x: Theme.inset
        anchors.top: caption.bottom
        anchors.topMargin: Theme.compact ? 8 : 16
        visible: card.goods.known
        picture: card.goods.picture
        size: Theme.compact ? 192 : 272
    }

    Column {
        anchors.left: picture.right
        anchors.leftMargin: Theme.compact ? 16 : 24
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.top: picture.top
        spacing: Theme.compact ? 4 : 8
        visible: card.goods.known

        Repeater {
            model: card.goods.parts

            Rectangle {
                id: part

                required property var modelData
                required property int index
                readonly property bool tight: card.goods.parts.length > 2

                visible: part.index < 3
                width: parent.width
                height: (Theme.compact ? part.tight ? 64 : 108 : part.tight ? 88 : 148) - (part.modelData.differs ? 0 : 8)
                border.color: part.modelData.differs ? card.markColor : "transparent"
                border.width: part.modelData.differs ? 4 : 0
                color: part.modelData.differs ? card.tint : "transparent"
                radius: Theme.radius

                Words {
                    id: name

                    x: Theme.compact ? 14 : 22
                    y: Theme.compact ? 6 : part.tight ? 4 : 12
                    width: parent.width - 2 * x
                    height: part.tight ? 28 : 32
                    color: part.modelData.differs ? Theme.ink : Theme.muted
                    size: Theme.small
                    text: part.modelData.name
                }

                Words {
                    anchors.left: name.left
                    anchors.right: name.right
                    anchors.top: name.bottom
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: part.tight ? 0 : 8
                    font.bold: true
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.small
                    size: part.tight ? Theme.figure : part.modelData.differs ? Theme.value : Theme.place
                    text: part.modelData.value
                }
            }
        }
    }

    Words {
        id: title

        x: Theme.inset
        anchors.top: picture.bottom
        anchors.topMargin: Theme.compact ? 4 : 12
        width: parent.width - 2 * Theme.inset
        visible: card.goods.known
        size: Theme.compact ? 32 : 44
        text: card.goods.title
    }

    Words {
        x: Theme.inset
        anchors.top: title.bottom
        width: parent.width - 2 * Theme.inset
        visible: card.goods.known
        color: Theme.muted
        size: Theme.body
        text: card.goods.bin === "" ? qsTr("Code ends %1").arg(card.goods.codeTail) : qsTr("Code ends %1 · bin %2").arg(card.goods.codeTail).arg(card.goods.bin)
    }

    Icon {
        anchors.bottom: code.top
        anchors.bottomMargin: Theme.compact ? 8 : 24
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !card.goods.known
        name: "scanframe"
        color: Theme.edge
        size: Theme.compact ? 96 : 144
    }

    Words {
        id: code

        anchors.centerIn: parent
        anchors.verticalCenterOffset: Theme.compact ? 64 : 96
        width: parent.width - 2 * Theme.inset
        visible: !card.goods.known
        font.bold: true
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        maximumLineCount: 4
        minimumPixelSize: Theme.small
        size: Theme.place
        text: card.code
        wrapMode: Text.WrapAnywhere
    }
}
