#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace packbench {

/// A code as a scanner delivered it, before anybody judged it.
struct ScannedCode {
    QString device; ///< id of the scanner
    QByteArray raw; ///< the whole message as it came: AIM id, code, suffix
    QString text;   ///< the code alone
    QString aim;    ///< "]C1", empty where the scanner does not say

    bool operator==(const ScannedCode&) const = default;
};

/// What stands on a scale. Only Stable is a weight.
struct ScaleReading {
    enum class State {
        Stable,
        Zero, ///< empty
        Moving,
        UnderZero,
        OverLimit,
        NeedsZero,
        NeedsCalibration,
        Fault,
        Unknown
    };
    QString device; ///< id of the scale
    State state = State::Unknown;
    qint64 milligrams = 0;

    bool operator==(const ScaleReading&) const = default;
};

[[nodiscard]] QString word(ScaleReading::State state);

/// A scanner or scale as found.
struct InputDescription {
    enum class Kind { Scanner, Scale, Keyboard };
    QString id; ///< "usb:VVVV:PPPP:serial", "usb:VVVV:PPPP@bus-port.port", "serial:/dev/…",
                ///< "camera:/dev/…"
    Kind kind = Kind::Scanner;
    QString model;
    QString transport; ///< "usb-hid", "usb-keyboard", "serial", "camera"
    QString
        state; ///< stable word: "ready", "unplugged", "no-permission", "busy", "fault", "unknown"
    QString problem; ///< a sentence with what to do, empty when none

    bool operator==(const InputDescription&) const = default;
};

/// The code's text: bytes that are UTF-8 are read so, else as GB18030, else byte by byte.
[[nodiscard]] QString codeTextFrom(const QByteArray& bytes);

/// The message as a person can read it: control characters named, "‹CR›".
[[nodiscard]] QString shownRaw(const QByteArray& bytes);

} // namespace packbench

Q_DECLARE_METATYPE(packbench::ScannedCode)
Q_DECLARE_METATYPE(packbench::ScaleReading)
Q_DECLARE_METATYPE(QList<packbench::InputDescription>)
