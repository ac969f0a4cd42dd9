pragma ComponentBehavior: Bound

import QtQuick
import Packbench.Screens

// Where a label copy stands, as a shape.
Icon {
    id: shape

    required property string copyState

    name: {
        switch (shape.copyState) {
        case "bound":
        case "dispatched":
            return "tick";
        case "uncertain":
            return "look";
        case "failed-clean":
        case "void":
            return "cross";
        case "printed":
            return "scanframe";
        case "":
            return "pack";
        default:
            return "wait";
        }
    }
    color: {
        switch (shape.copyState) {
        case "bound":
        case "dispatched":
            return Theme.okText;
        case "uncertain":
            return Theme.lookFill;
        case "failed-clean":
        case "void":
        case "":
            return Theme.muted;
        case "printed":
            return Theme.accent;
        default:
            return Theme.waitText;
        }
    }
    second: shape.copyState === "uncertain" ? Theme.print : Theme.surface
}
