pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// The label on its way: printed, stuck on, scanned; or the question whether it came out.
Item {
    id: view

    required property PackModel pack
    readonly property bool printed: view.pack.step === PackModel.ScanLabel

    Rectangle {
        id: tray

        y: Theme.compact ? 20 : 32
        width: Theme.compact ? 348 : 560
        height: parent.height - 2 * y
        color: Theme.sunken
        radius: Theme.radius

        Image {
            id: picture

            anchors.centerIn: parent
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            source: view.pack.hasLabel ? view.pack.labelPicture : ""
            sourceSize {
                width: tray.width - (Theme.compact ? 40 : 72)
                height: tray.height - (Theme.compact ? 40 : 72)
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

    Column {
        id: steps

        anchors.left: tray.right
        anchors.leftMargin: Theme.compact ? 24 : 56
        anchors.right: parent.right
        y: tray.y
        spacing: Theme.compact ? 8 : 16
        visible: !view.pack.inDoubt

        Words {
            width: parent.width
            color: Theme.muted
            size: Theme.body
            text: view.pack.orderIsTail ? qsTr("Order ending %1 · carton %2 of %3").arg(view.pack.orderTail).arg(view.pack.carton).arg(view.pack.cartons) : qsTr("Order %1 · carton %2 of %3").arg(view.pack.orderTail).arg(view.pack.carton).arg(view.pack.cartons)
        }

        StepCard {
            width: parent.width
            detail: {
                if (!view.printed)
                    return view.pack.labelCause !== "" ? Terms.cause(view.pack.labelCause) : qsTr("The printer has it now.");
                return view.pack.labelEvidence === "counter" ? qsTr("The printer has counted it.") : view.pack.labelConfirmed ? qsTr("The printer has confirmed it.") : qsTr("Sent. This printer does not confirm.");
            }
            number: 1
            stage: view.printed ? StepCard.Done : StepCard.Waiting
            title: view.printed ? qsTr("Printed") : view.pack.labelWaits ? qsTr("Not printed yet") : qsTr("Printing")
        }

        StepCard {
            width: parent.width
            detail: qsTr("Flat, on the largest face.")
            number: 2
            stage: StepCard.Later
            title: qsTr("Stick it on")
        }

        StepCard {
            width: parent.width
            detail: qsTr("This closes the parcel.")
            number: 3
            stage: view.printed ? StepCard.Now : StepCard.Later
            title: qsTr("Scan it")
        }
    }

    Item {
        anchors.bottom: wayOut.top
        anchors.bottomMargin: 28
        anchors.left: steps.left
        anchors.right: parent.right
        height: 88
        visible: !Theme.compact && !view.pack.inDoubt

        GoodsPicture {
            id: parcel

            x: 24
            picture: "goods:box"
        }

        Words {
            id: pieces

            anchors.left: parcel.right
            anchors.leftMargin: 24
            anchors.right: parent.right
            size: Theme.title
            text: view.visible ? qsTr("%n piece(s)", "", view.pack.done) : ""
        }

        Words {
            anchors.left: pieces.left
            anchors.right: parent.right
            anchors.top: pieces.bottom
            anchors.topMargin: -4
            color: Theme.muted
            text: view.pack.aboutShort
        }
    }

    Grid {
        id: wayOut

        anchors.left: steps.left
        anchors.bottom: tray.bottom
        columns: Theme.compact ? 1 : 2
        spacing: Theme.compact ? 8 : 16
        visible: view.printed && view.pack.hasLabel && !view.pack.inDoubt

        Push {
            objectName: "nothingCameButton"
            width: Theme.compact ? steps.width : implicitWidth
            iconName: "printer"
            text: qsTr("Nothing came out")
            onTapped: view.pack.nothingCame()
        }

        Push {
            objectName: "damagedButton"
            width: Theme.compact ? steps.width : implicitWidth
            text: qsTr("It is damaged")
            onTapped: view.pack.labelDamaged()
        }
    }

    Grid {
        anchors.left: steps.left
        anchors.bottom: tray.bottom
        columns: Theme.compact ? 1 : 2
        spacing: Theme.compact ? 8 : 16
        visible: !view.printed && (view.pack.labelWaits || view.pack.labelState === "sending" || view.pack.labelState === "sent")

        Push {
            objectName: "tryAgainButton"
            width: Theme.compact ? steps.width : implicitWidth
            iconName: "printer"
            text: qsTr("Send it again")
            visible: view.pack.labelWaits
            onTapped: view.pack.nothingCame()
        }

        Push {
            objectName: "cancelLabelButton"
            width: Theme.compact ? steps.width : implicitWidth
            iconName: "cross"
            text: qsTr("Cancel this label")
            onTapped: view.pack.cancelLabel()
        }
    }

    Column {
        anchors.left: steps.left
        anchors.right: parent.right
        y: tray.y
        spacing: Theme.compact ? 12 : 16
        visible: view.pack.inDoubt

        Words {
            width: parent.width
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 36
            size: Theme.compact ? 44 : 72
            text: qsTr("Did this label come out?")
        }

        Words {
            width: parent.width
            size: Theme.text
            text: qsTr("%1, ends %2").arg(view.pack.labelCourier).arg(view.pack.labelTail)
        }

        Words {
            width: parent.width
            color: Theme.muted
            size: Theme.body
            text: qsTr("It was sent, the printer has not confirmed it.")
            wrapMode: Text.Wrap
        }

        AnswerCard {
            width: parent.width
            detail: qsTr("Scan it now.")
            iconName: "scanframe"
            primary: true
            title: qsTr("Yes, it is here")
        }

        AnswerCard {
            objectName: "doubtNothing"
            width: parent.width
            detail: qsTr("Print it again with the same number.")
            iconName: "printer"
            title: qsTr("No, nothing came out")
            onTapped: view.pack.nothingCame()
        }

        AnswerCard {
            objectName: "doubtDamaged"
            width: parent.width
            detail: qsTr("Print it again with the same number.")
            iconName: "cross"
            title: qsTr("It is torn or half printed")
            onTapped: view.pack.labelDamaged()
        }
    }
}
