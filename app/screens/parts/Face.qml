pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// How a verdict looks: its colour, what is written on it, its shape.
QtObject {
    id: look

    required property int face

    readonly property color fill: {
        switch (look.face) {
        case PackModel.Accepted:
        case PackModel.Complete:
            return Theme.okFill;
        case PackModel.YourTurn:
            return Theme.accentFill;
        case PackModel.Wrong:
        case PackModel.TooMany:
        case PackModel.Unknown:
            return Theme.refusedFill;
        case PackModel.Stopped:
            return Theme.stopFill;
        case PackModel.Look:
            return Theme.lookFill;
        case PackModel.Wait:
            return Theme.waitFill;
        default:
            return Theme.surface;
        }
    }

    readonly property color ink: look.face === PackModel.Look ? Theme.print : look.face === PackModel.NoFace ? Theme.ink : Theme.paper

    readonly property string icon: {
        switch (look.face) {
        case PackModel.Accepted:
            return "tick";
        case PackModel.Complete:
            return "tickbox";
        case PackModel.YourTurn:
            return "scanframe";
        case PackModel.Wrong:
            return "cross";
        case PackModel.TooMany:
            return "crossplus";
        case PackModel.Unknown:
            return "crossquestion";
        case PackModel.Stopped:
            return "stop";
        case PackModel.Look:
            return "look";
        case PackModel.Wait:
            return "wait";
        default:
            return "";
        }
    }
}
