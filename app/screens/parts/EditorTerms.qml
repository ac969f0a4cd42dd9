pragma Singleton
import QtQuick

// Label templates in the words of the floor: kinds of items, properties, findings, answers.
QtObject {
    id: terms

    function kind(kind: string): string {
        switch (kind) {
        case "text":
            return qsTr("Text");
        case "barcode":
            return qsTr("Barcode");
        case "line":
            return qsTr("Line");
        case "box":
            return qsTr("Frame");
        case "table":
            return qsTr("Goods list");
        case "image":
            return qsTr("Picture");
        default:
            return kind;
        }
    }

    /// A key without a name here is shown as it is written.
    function property(name: string): string {
        switch (name) {
        case "field":
            return qsTr("Text or {{field}}");
        case "rows":
            return qsTr("Rows of");
        case "symbology":
            return qsTr("Code");
        case "module_dots":
            return qsTr("Bar, dots");
        case "caption":
            return qsTr("Number below");
        case "verify":
            return qsTr("Must be read");
        case "font_mm":
            return qsTr("Letters, mm");
        case "min_font_mm":
            return qsTr("At least, mm");
        case "bold":
            return qsTr("Bold");
        case "font":
            return qsTr("Face");
        case "vertical":
            return qsTr("Top to bottom");
        case "unmasked:name":
            return qsTr("Names in full");
        case "unmasked:phone":
            return qsTr("Phones in full");
        case "unmasked:address":
            return qsTr("Doors in full");
        case "inverted":
            return qsTr("White on black");
        case "align":
            return qsTr("Align");
        case "vertical_align":
            return qsTr("Height");
        case "fit":
            return qsTr("When too long");
        case "rotate":
            return qsTr("Turned");
        case "row_mm":
            return qsTr("Row, mm");
        case "more":
            return qsTr("When rows are left");
        case "line_dots":
            return qsTr("Line, dots");
        case "filled":
            return qsTr("Filled");
        case "shade":
            return qsTr("Black, %");
        case "file":
            return qsTr("Picture's file");
        case "dither":
            return qsTr("Greys");
        case "threshold":
            return qsTr("Black below");
        case "round_mm":
            return qsTr("Corners, mm");
        case "only_if":
            return qsTr("Only with field");
        case "only_if_is":
            return qsTr("… and it is");
        case "only_unless":
            return qsTr("Only without field");
        case "at_mm.0":
            return qsTr("From left, mm");
        case "at_mm.1":
            return qsTr("From top, mm");
        case "size_mm.0":
            return qsTr("Wide, mm");
        case "size_mm.1":
            return qsTr("High, mm");
        default:
            return name;
        }
    }

    function choice(word: string): string {
        switch (word) {
        case "left":
            return qsTr("left");
        case "centre":
            return qsTr("centre");
        case "right":
            return qsTr("right");
        case "top":
            return qsTr("top");
        case "middle":
            return qsTr("middle");
        case "bottom":
            return qsTr("bottom");
        case "shrink":
            return qsTr("smaller");
        case "wrap":
            return qsTr("wrap");
        case "cut":
            return qsTr("cut");
        case "sans":
            return qsTr("plain");
        case "serif":
            return qsTr("serif");
        case "mono":
            return qsTr("even");
        case "spread":
            return qsTr("spread");
        case "threshold":
            return qsTr("hard");
        case "code128":
            return "128";
        case "gs1-128":
            return "GS1-128";
        case "ean13":
            return "EAN-13";
        case "itf14":
            return "ITF-14";
        case "datamatrix":
            return "Data Matrix";
        case "gs1-datamatrix":
            return "GS1 DM";
        case "pdf417":
            return "PDF417";
        case "maxicode":
            return "MaxiCode";
        case "qr":
            return "QR";
        default:
            return word;
        }
    }

    function data(word: string): string {
        switch (word) {
        case "newest":
            return qsTr("Newest");
        case "long":
            return qsTr("Long");
        case "latin":
            return qsTr("Latin");
        default:
            return word;
        }
    }

    function finding(kind: string): string {
        switch (kind) {
        case "missing-glyph":
            return qsTr("A character no font has");
        case "text-cut":
            return qsTr("Text does not fit, it is cut");
        case "off-label":
            return qsTr("Lies off the label");
        case "quiet-zone":
            return qsTr("Too little white around the code");
        case "bad-barcode":
            return qsTr("The code cannot be drawn");
        case "missing-field":
            return qsTr("The field is empty or unknown");
        case "not-read":
            return qsTr("The code is not readable");
        case "read-differs":
            return qsTr("The code reads differently");
        case "no-font":
            return qsTr("No label font is installed");
        case "overlap":
            return qsTr("Two things lie on each other");
        case "no-waybill-code":
            return qsTr("No code of the waybill number: not printed");
        case "module-too-thin":
            return qsTr("The bars would be too thin");
        case "proof":
            return qsTr("The code does not read back");
        case "bad-picture":
            return qsTr("The picture cannot be read");
        case "bad-format":
            return qsTr("The value does not fit its format");
        case "not-a-template":
            return qsTr("Cannot be drawn like this");
        default:
            return kind;
        }
    }

    function outcome(word: string, about: string): string {
        switch (word) {
        case "saved":
            return qsTr("%1 is saved. The next label uses it.").arg(about);
        case "not-allowed":
            return qsTr("Not saved: only a supervisor may.");
        case "no-name":
            return qsTr("Not saved: give it a name without / and @.");
        case "needs-decision":
            return qsTr("Not saved: something was found. Say why it is saved all the same.");
        case "not-a-template":
            return qsTr("Not saved: it cannot be drawn. Mend what is in the list.");
        case "exported":
            return qsTr("Written to the file %1.").arg(about);
        case "not-exported":
            return qsTr("The file %1 was not written. Look at the folder.").arg(about);
        case "not-imported":
            return qsTr("%1 is no template file. Choose another.").arg(about);
        case "not-found":
            return qsTr("There is no template %1. Choose another.").arg(about);
        default:
            return word;
        }
    }

    function isGood(word: string): bool {
        return word === "saved" || word === "exported";
    }

    function versionName(version: int): string {
        return version > 0 ? qsTr("Version %1").arg(version) : version === 0 ? qsTr("Built in") : qsTr("From a file");
    }
}
