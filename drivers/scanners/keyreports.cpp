#include "drivers/scanners/keyreports.h"

#include <utility>

namespace packbench {
namespace {

constexpr qsizetype kReport = 8;
constexpr qsizetype kFirstKey = 2;
constexpr unsigned kRollover = 0x01;
constexpr unsigned kControl = 0x11; // left, right
constexpr unsigned kShift = 0x22;
constexpr unsigned kAltGr = 0x40;
constexpr unsigned kEnter = 0x28;
constexpr unsigned kPadEnter = 0x58;
constexpr unsigned kTab = 0x2b;
constexpr unsigned kFirstLetter = 0x04;
constexpr unsigned kLastKey = 0x38;
constexpr unsigned kFirstPad = 0x54;
constexpr unsigned kLastPad = 0x63;
constexpr unsigned kExtra = 0x64; // the key beside the left shift of European keyboards

/// Characters of the keys 04 to 38 (HID usage tables, page 07), plain, with Shift, with AltGr; then
/// those of key 64. A blank stands for "types nothing".
struct LayoutRow {
    KeyLayout layout;
    const char16_t* plain;
    const char16_t* shifted;
    const char16_t* altGr;
};

constexpr LayoutRow kLayouts[] = {
    {KeyLayout::Us, u"abcdefghijklmnopqrstuvwxyz1234567890\0\0\0\0 -=[]\\\\;'`,./\\",
     u"ABCDEFGHIJKLMNOPQRSTUVWXYZ!@#$%^&*()\0\0\0\0 _+{}||:\"~<>?|", nullptr},
    {KeyLayout::German, u"abcdefghijklmnopqrstuvwxzy1234567890\0\0\0\0 ß´ü+##öä^,.-<",
     u"ABCDEFGHIJKLMNOPQRSTUVWXZY!\"§$%&/()=\0\0\0\0 ?`Ü*\'\'ÖÄ°;:_>",
     u"\0\0\0\0€\0\0\0\0\0\0\0µ\0\0\0@\0\0\0\0\0\0\0\0\0\0²³\0\0\0{[]}\0\0\0\0\0\\\0\0~"
     u"\0\0\0\0\0\0\0\0|"},
    {KeyLayout::French, u"qbcdefghijkl,noparstuvzxyw&é\"'(-è_çà\0\0\0\0 )=^$**mù²;:!<",
     u"QBCDEFGHIJKL?NOPARSTUVZXYW1234567890\0\0\0\0 °+¨£µµM%\0./§>",
     u"\0\0\0\0€\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0~#{[|`\\^@\0\0\0\0\0]}"
     u"\0¤\0\0\0\0\0\0\0\0\0"},
};
constexpr unsigned kKeys = kLastKey - kFirstLetter + 2;

constexpr char16_t kPad[] = u"/*-+\r1234567890.";

QString fromTable(const char16_t* table, unsigned key) {
    const unsigned at = key == kExtra ? kKeys - 1 : key - kFirstLetter;
    if (table == nullptr || at >= kKeys || table[at] == u'\0')
        return {};
    return QString(QChar(table[at]));
}

} // namespace

QString KeyReports::characterOf(unsigned key, unsigned modifiers) const {
    if (key >= kFirstPad && key < kLastPad + 1)
        return QString(QChar(kPad[key - kFirstPad]));
    const auto isOfLayout = [this](const LayoutRow& row) { return row.layout == m_layout; };
    const LayoutRow* row = kLayouts;
    while (!isOfLayout(*row))
        ++row;
    if ((modifiers & kControl) != 0) {
        // A scanner types the GS of GS1 codes as Ctrl+].
        const bool isGroup = fromTable(kLayouts[0].plain, key) == u"]";
        return isGroup ? QString(QChar(0x1d)) : QString();
    }
    if ((modifiers & kAltGr) != 0 && row->altGr != nullptr)
        return fromTable(row->altGr, key);
    return fromTable((modifiers & kShift) != 0 ? row->shifted : row->plain, key);
}

std::optional<ScannedCode> KeyReports::take(const QByteArray& report, qint64 now) {
    if (report.size() < kReport || static_cast<unsigned char>(report[kFirstKey]) == kRollover)
        return std::nullopt;
    const QByteArray before = std::exchange(m_held, report.mid(kFirstKey, kReport - kFirstKey));
    std::optional<ScannedCode> code;
    for (const char held : std::as_const(m_held)) {
        const auto key = static_cast<unsigned char>(held);
        // A key that was held before is not pressed again: that takes a report without it.
        if (key == 0 || before.contains(held))
            continue;
        m_lastAt = now;
        if (key == kEnter || key == kTab || key == kPadEnter)
            code = finish(key == kTab ? "\t" : "\r");
        else if (m_text.size() < kLongest)
            m_text += characterOf(key, static_cast<unsigned char>(report[0]));
    }
    return code;
}

std::optional<ScannedCode> KeyReports::takeAfterSilence(qint64 now) {
    return now - m_lastAt >= kGapMs ? finish({}) : std::nullopt;
}

/// An Enter in front of the code, as some scanners send it, ends nothing.
std::optional<ScannedCode> KeyReports::finish(QByteArray suffix) {
    if (m_text.isEmpty())
        return std::nullopt;
    ScannedCode code;
    code.text = std::exchange(m_text, {});
    code.raw = code.text.toUtf8() + suffix;
    // AIM ids are typed in front where they are switched on.
    if (code.text.size() > 3 && code.text.startsWith(u']') && code.text[1].isLetter() &&
        code.text[2].isLetterOrNumber()) {
        code.aim = code.text.left(3);
        code.text.remove(0, 3);
    }
    return code;
}

void KeyReports::forget() {
    m_held.clear();
    m_text.clear();
}

} // namespace packbench
