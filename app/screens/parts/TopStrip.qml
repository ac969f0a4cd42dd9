pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Bench, operator, what is due next, queue of this wave, lamps, clock: alike on every page.
Rectangle {
    id: strip

    required property StripModel model

    height: Theme.strip
    color: Theme.surface

    Rectangle {
        id: bench

        width: Theme.strip
        height: Theme.strip
        color: Theme.ink

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.compact ? 2 : 6
            color: Theme.dark ? Theme.line : "#C6CDD5"
            size: Theme.small
            text: qsTr("Bench")
        }

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.compact ? 30 : 34
            width: Math.min(implicitWidth, parent.width - 8)
            color: Theme.surface
            size: Theme.compact ? 36 : 44
            text: strip.model.bench
        }
    }

    Row {
        id: figures

        anchors.left: bench.right
        anchors.leftMargin: Theme.compact ? 20 : 32
        height: parent.height
        spacing: Theme.compact ? 20 : 32

        StripFigure {
            width: Theme.compact ? 148 : 190
            caption: qsTr("Operator")
            text: strip.model.badge === "" ? qsTr("nobody") : strip.model.operatorName + " " + strip.model.badge
        }

        Rectangle {
            width: 1
            height: parent.height - 40
            y: 20
            color: Theme.line
        }

        StripFigure {
            width: Theme.compact ? 168 : 290
            caption: {
                if (Theme.compact || strip.model.next === StripModel.Nothing)
                    return qsTr("Next limit");
                return strip.model.next === StripModel.Limit ? qsTr("Next limit · an order") : qsTr("Next limit · %1 wave").arg(strip.model.waveText);
            }
            color: strip.model.isOver ? Theme.refusedText : Theme.ink
            size: Theme.figure
            text: {
                if (strip.model.next === StripModel.Nothing)
                    return qsTr("none");
                return strip.model.isOver ? qsTr("over %1").arg(strip.model.nextLimitText) : strip.model.nextLimitText;
            }
        }

        Rectangle {
            width: 1
            height: parent.height - 40
            y: 20
            color: Theme.line
        }

        StripFigure {
            id: queue

            width: Math.max(implicitWidth, Theme.compact ? 150 : 190)
            caption: qsTr("Left in this wave")
            size: Theme.figure
            //: orders left of all orders of the wave
            text: qsTr("%1 of %2").arg(strip.model.waveLeft).arg(strip.model.waveTotal)
        }

        Rectangle {
            y: Theme.compact ? 48 : 58
            width: Theme.compact ? 96 : 144
            height: 14
            visible: strip.model.waveTotal > 0
            border.color: Theme.edge
            border.width: 2
            color: "transparent"

            Rectangle {
                width: Math.round(parent.width * strip.model.waveDone)
                height: parent.height
                color: Theme.edge
            }
        }
    }

    Row {
        anchors.right: divider.left
        anchors.rightMargin: Theme.compact ? 4 : 20
        height: parent.height
        spacing: Theme.compact ? 0 : 8

        Lamp {
            caption: qsTr("Printer")
            iconName: "printer"
            light: strip.model.printer
        }

        Lamp {
            caption: qsTr("Scanner")
            iconName: "scanner"
            light: strip.model.scanner
        }

        Lamp {
            caption: qsTr("Scale")
            iconName: "scale"
            light: strip.model.scale
        }

        Lamp {
            caption: qsTr("Ledger")
            iconName: "ledger"
            light: strip.model.ledger
        }
    }

    Rectangle {
        id: divider

        anchors.right: clock.left
        anchors.rightMargin: Theme.compact ? 12 : 24
        width: 1
        height: parent.height - 40
        y: 20
        color: Theme.line
    }

    Words {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: Theme.compact ? 16 : 24
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.head
        text: strip.model.clockText
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
