#include "shipping/owncode.h"

#include <QRegularExpression>

#include <iterator>

namespace packbench {

namespace {

constexpr int kLargestQuantity = 9999;

struct CommandCard {
    const char* word;
    Command command;
};

constexpr CommandCard kCards[] = {
    {"OK", Command::Acknowledge},   {"CONFIRM", Command::Confirm},
    {"UNDO", Command::Undo},        {"SINGLE", Command::SingleItem},
    {"ASIDE", Command::SetAside},   {"AGAIN", Command::PrintAgain},
    {"NONE", Command::NothingCame}, {"CANCEL", Command::CancelLabel},
    {"OFF", Command::SignOff},      {"ZPL", Command::SayLanguage},
    {"TSPL", Command::SayLanguage}, {"EPL2", Command::SayLanguage},
    {"CPCL", Command::SayLanguage}, {"ESCPOS", Command::SayLanguage},
    {"REDO", Command::Redo},        {"EXTRA", Command::ExtraParcel},
    {"GATE", Command::Gate},        {"DAY", Command::DayEnd},
    {"CLOCK", Command::ClockRight},
};

/// Letter by letter, unlike QString::toUpper(), which makes two of ß.
QString inCapitals(QString text) {
    for (QChar& c : text) {
        if (c >= u'a' && c <= u'z')
            c = QChar(char16_t(c.unicode() - 0x20));
    }
    return text;
}

ScanCode refused(const char* problem) {
    ScanCode code;
    code.problem = QString::fromLatin1(problem);
    return code;
}

/// Another keyboard layout types another sign for the hyphen, and swaps Y and Z.
std::optional<ScanCode> readQuantity(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("\\A(?:PBC[^A-Z0-9])?QT[YZ]\\s*[^A-Z0-9\\s]?\\s*([0-9]{1,9})\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int quantity = match.captured(1).toInt();
    if (quantity < 1 || quantity > kLargestQuantity)
        return refused("bad-quantity");
    ScanCode code;
    code.kind = ScanKind::Command;
    code.command = Command::Quantity;
    code.quantity = quantity;
    return code;
}

ScanCode readCommand(const QString& word) {
    for (const CommandCard& card : kCards) {
        if (word != QLatin1String(card.word))
            continue;
        ScanCode code;
        code.kind = ScanKind::Command;
        code.command = card.command;
        if (card.command == Command::SayLanguage)
            code.argument = word.toLower();
        return code;
    }
    return refused("unknown-command");
}

ScanCode readReason(const QString& word) {
    ScanCode code;
    code.kind = ScanKind::Command;
    code.command = Command::Reason;
    code.argument = word.toLower();
    return code;
}

ScanCode named(ScanKind kind, const QString& argument) {
    ScanCode code;
    code.kind = kind;
    code.argument = argument;
    return code;
}

} // namespace

std::optional<ScanCode> readOwnCode(const QString& text) {
    const QString capitals = inCapitals(text);
    if (auto quantity = readQuantity(capitals))
        return quantity;
    static const QRegularExpression form(QStringLiteral("\\APB([USTLKXCR])[^A-Z0-9](.*)\\z"));
    const auto match = form.match(capitals);
    if (!match.hasMatch())
        return std::nullopt;
    const QString rest = match.captured(2).trimmed();
    if (rest.isEmpty())
        return refused("empty-code");
    switch (match.captured(1).front().unicode()) {
    case u'U': return named(ScanKind::Badge, rest);
    case u'S': return named(ScanKind::Slip, text.mid(4).trimmed());
    case u'T': return named(ScanKind::Tote, rest);
    case u'L': return named(ScanKind::Bin, rest);
    case u'K': return named(ScanKind::Basket, rest);
    case u'X': return named(ScanKind::Box, rest);
    case u'R': return readReason(rest);
    default: return readCommand(rest);
    }
}

} // namespace packbench
