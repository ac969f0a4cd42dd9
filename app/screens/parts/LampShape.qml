pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Round = ready, triangle = look, hourglass = waiting, octagon = stop.
Icon {
    id: shape

    required property int light

    name: {
        switch (shape.light) {
        case StripModel.Look:
            return "look";
        case StripModel.Waiting:
            return "wait";
        case StripModel.Stopped:
            return "stop";
        default:
            return "ready";
        }
    }
    color: {
        switch (shape.light) {
        case StripModel.Ready:
            return Theme.okText;
        case StripModel.Look:
            return Theme.lookFill;
        case StripModel.Waiting:
            return Theme.waitText;
        case StripModel.Stopped:
            return Theme.refusedText;
        default:
            return Theme.line;
        }
    }
    second: shape.light === StripModel.Look ? Theme.print : Theme.surface
}
