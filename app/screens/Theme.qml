pragma Singleton
import QtQuick

// Every colour and size of the kiosk. Palette and steps: the design's table, light and dark,
// 1920 x 1080 and 1280 x 800.
QtObject {
    id: theme

    property bool dark: false
    property bool compact: false

    readonly property color background: theme.dark ? "#0E1216" : "#ECEEF1"
    readonly property color surface: theme.dark ? "#181E25" : "#FFFFFF"
    readonly property color sunken: theme.dark ? "#232B34" : "#E0E4E9"
    readonly property color line: theme.dark ? "#343F4B" : "#C6CDD5"
    readonly property color edge: theme.dark ? "#7A8896" : "#7B8794"
    readonly property color ink: theme.dark ? "#F2F5F8" : "#14191F"
    readonly property color muted: theme.dark ? "#AEB9C5" : "#4B5563"
    readonly property color accent: theme.dark ? "#7DB4FF" : "#1B58B8"
    readonly property color accentFill: theme.dark ? "#2563C4" : "#1B58B8"
    readonly property color paper: "#FFFFFF"
    readonly property color print: "#14191F"
    readonly property color backdrop: "#ECEEF1"

    readonly property color okFill: theme.dark ? "#0F7D59" : "#0C7A56"
    readonly property color okText: theme.dark ? "#52D6A4" : "#0B6B4D"
    readonly property color okTint: theme.dark ? "#12332A" : "#DCF0E7"
    readonly property color refusedFill: theme.dark ? "#BE2B28" : "#A81C1B"
    readonly property color refusedText: theme.dark ? "#FF9088" : "#B4211F"
    readonly property color refusedTint: theme.dark ? "#401B1C" : "#FBE2DF"
    readonly property color lookFill: "#F5B400"
    readonly property color lookText: theme.dark ? "#FFC933" : "#805300"
    readonly property color lookTint: theme.dark ? "#3A2E0C" : "#FFF0C7"
    readonly property color stopFill: "#14191F"
    readonly property color waitFill: theme.dark ? "#6655A6" : "#5B4B93"
    readonly property color waitText: theme.dark ? "#BDAFF3" : "#5B4B93"
    readonly property color waitTint: theme.dark ? "#2B2645" : "#E7E2F4"

    // Type, pixel sizes: small for captions, up to the verdict word.
    readonly property int small: 24
    readonly property int body: theme.compact ? 24 : 28
    readonly property int text: theme.compact ? 28 : 32
    readonly property int name: theme.compact ? 32 : 36
    readonly property int title: theme.compact ? 32 : 44
    readonly property int head: theme.compact ? 36 : 52
    readonly property int figure: theme.compact ? 32 : 44
    readonly property int value: theme.compact ? 52 : 72
    readonly property int place: theme.compact ? 44 : 60
    readonly property int lead: theme.compact ? 32 : 44
    readonly property int big: theme.compact ? 60 : 88
    readonly property int count: theme.compact ? 88 : 152
    readonly property int word: theme.compact ? 120 : 192

    readonly property int strip: theme.compact ? 80 : 96
    readonly property int panel: theme.compact ? 424 : 640
    readonly property int margin: theme.compact ? 24 : 32
    readonly property int gap: theme.compact ? 8 : 12
    readonly property int inset: theme.compact ? 20 : 28
    readonly property int panelPad: theme.compact ? 24 : 48
    readonly property int button: theme.compact ? 64 : 72
    readonly property int radius: 8
}
