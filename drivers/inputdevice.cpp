#include "drivers/inputdevice.h"

#include <QStringDecoder>

#include <array>

namespace packbench {
namespace {

constexpr std::array<const char*, 33> kNames{
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS",  "TAB", "LF",
    "VT",  "FF",  "CR",  "SO",  "SI",  "DLE", "DC1", "DC2", "DC3", "DC4", "NAK",
    "SYN", "ETB", "CAN", "EM",  "SUB", "ESC", "FS",  "GS",  "RS",  "US",  "SP"};

std::optional<QString> decoded(const QByteArray& bytes, QStringDecoder decoder) {
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder(bytes);
    return decoder.hasError() || text.contains(QChar::ReplacementCharacter) ? std::nullopt
                                                                            : std::optional(text);
}

} // namespace

QString word(ScaleReading::State state) {
    using State = ScaleReading::State;
    switch (state) {
    case State::Stable: return QStringLiteral("ready");
    case State::Zero: return QStringLiteral("zero");
    case State::Moving: return QStringLiteral("moving");
    case State::UnderZero: return QStringLiteral("under-zero");
    case State::OverLimit: return QStringLiteral("over-limit");
    case State::NeedsZero: return QStringLiteral("needs-zero");
    case State::NeedsCalibration: return QStringLiteral("needs-calibration");
    case State::Fault: return QStringLiteral("fault");
    case State::Unknown: break;
    }
    return QStringLiteral("unknown");
}

QString codeTextFrom(const QByteArray& bytes) {
    if (const auto text = decoded(bytes, QStringDecoder(QStringDecoder::Utf8)))
        return *text;
    if (const auto text = decoded(bytes, QStringDecoder("GB18030")))
        return *text;
    return QString::fromLatin1(bytes);
}

QString shownRaw(const QByteArray& bytes) {
    QString shown;
    for (const QChar c : codeTextFrom(bytes)) {
        if (c.unicode() < 0x20)
            shown += u'‹' + QLatin1String(kNames[c.unicode()]) + u'›';
        else if (c.isPrint() || c.isSurrogate())
            shown += c;
        else
            shown += QStringLiteral("‹%1›").arg(c.unicode(), 2, 16, QLatin1Char('0'));
    }
    return shown;
}

} // namespace packbench
