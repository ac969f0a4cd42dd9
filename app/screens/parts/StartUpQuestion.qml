pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// One label nobody is sure of, all that is known of it, and one question.
Column {
    id: question

    required property StartUpModel start

    spacing: Theme.compact ? 6 : 16

    Words {
        width: parent.width
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small
        size: Theme.compact ? 36 : 60
        text: qsTr("Did this label come out?")
    }

    Words {
        objectName: "startUpOrder"
        width: parent.width
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        size: Theme.text
        text: {
            const about = qsTr("Order %1 · %2, ends %3").arg(question.start.order).arg(question.start.courier).arg(question.start.waybill);
            return question.start.cartons > 1 ? qsTr("%1 · %2/%3", "carton 2 of 3").arg(about).arg(question.start.carton).arg(question.start.cartons) : about;
        }
    }

    Words {
        objectName: "startUpSent"
        width: parent.width
        color: Theme.muted
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        size: Theme.body
        text: {
            const sent = question.start.who === "" ? qsTr("%1 to %2", "at this time to this printer").arg(question.start.time).arg(question.start.printer) : qsTr("%1 to %2, %3", "at this time to this printer, by").arg(question.start.time).arg(question.start.printer).arg(question.start.who);
            return question.start.copyNo > 1 ? qsTr("%1 · no. %2", "print").arg(sent).arg(question.start.copyNo) : sent;
        }
    }

    Words {
        objectName: "startUpKnown"
        width: parent.width
        color: Theme.muted
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        size: Theme.body
        text: {
            switch (question.start.cameOut) {
            case -1:
                break;
            case 0:
                return qsTr("The printer has counted no label since.");
            case 1:
                return qsTr("The printer has counted one label since.");
            default:
                return qsTr("The printer has counted %1 labels since.").arg(question.start.cameOut);
            }
            if (question.start.evidence === "none" && question.start.percentTaken > 0)
                return qsTr("The printer took %1 % of it and has not confirmed it.").arg(question.start.percentTaken);
            return question.start.evidence === "none" ? qsTr("The printer has not confirmed it.") : Terms.evidence(question.start.evidence);
        }
    }

    AnswerCard {
        width: parent.width
        detail: qsTr("Scan it now.")
        iconName: "scanframe"
        primary: true
        title: qsTr("Yes, it is here")
    }

    AnswerCard {
        objectName: "startUpNotThere"
        width: parent.width
        enabled: !question.start.asked
        detail: qsTr("Void. Nothing prints by itself.")
        iconName: "printer"
        title: qsTr("No, it is not there")
        onTapped: question.start.notThere()
    }

    AnswerCard {
        objectName: "startUpDamaged"
        width: parent.width
        enabled: !question.start.asked
        detail: qsTr("Print it again with the same number.")
        iconName: "cross"
        title: qsTr("It is torn or half printed")
        onTapped: question.start.damaged()
    }
}
