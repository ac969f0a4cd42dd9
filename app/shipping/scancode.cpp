#include "shipping/scancode.h"

#include "shipping/courier.h"
#include "shipping/courierrules.h"
#include "shipping/gtin.h"
#include "shipping/owncode.h"
#include "shipping/wordtable.h"

#include <QRegularExpression>

#include <algorithm>

namespace packbench {

namespace {

constexpr QChar kFnc1(u'\x1D');
constexpr qsizetype kLongestScan = 4096;

constexpr WordTable<ScanKind, 10> kKinds{{
    {ScanKind::Item, "item"},
    {ScanKind::Slip, "slip"},
    {ScanKind::Tote, "tote"},
    {ScanKind::Waybill, "waybill"},
    {ScanKind::Badge, "badge"},
    {ScanKind::Bin, "bin"},
    {ScanKind::Basket, "basket"},
    {ScanKind::Box, "box"},
    {ScanKind::Command, "command"},
    {ScanKind::Unknown, "unknown"},
}};

bool isBlank(QChar c) {
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

QString withoutOuterBlanks(const QString& text) {
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && isBlank(text.at(from)))
        ++from;
    while (to > from && isBlank(text.at(to - 1)))
        --to;
    return text.mid(from, to - from);
}

/// A Chinese input method turns ASCII into its full-width forms; a text made of nothing else is
/// put back.
QString withoutFullWidth(const QString& text) {
    QString narrow = text;
    for (QChar& c : narrow) {
        if (c >= u'\uFF01' && c <= u'\uFF5E')
            c = QChar(char16_t(c.unicode() - 0xFEE0));
        else if (c == u'\u3000')
            c = u' ';
        else if (c > u'\x7E')
            return text;
    }
    return narrow;
}

/// Takes the AIM id off the text and into `code.aim`.
void takeAim(ScanCode& code) {
    static const QRegularExpression id(QStringLiteral("\\A\\][A-Za-z][0-9A-Za-z]"));
    const auto match = id.match(code.text);
    if (!match.hasMatch() || (!code.aim.isEmpty() && code.aim != match.captured()))
        return;
    code.aim = match.captured();
    code.text = withoutOuterBlanks(code.text.mid(match.capturedLength()));
}

/// Control characters turn into shortcuts on a keyboard; invisible ones hide what was scanned.
bool isForbidden(QChar c) {
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c == QChar::ReplacementCharacter || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

bool hasForbidden(const QString& text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c != kFnc1 && isForbidden(c); });
}

bool isDigits(const QString& text) {
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool aimSaysGs1(const QString& aim) {
    static const QStringList ids{
        QStringLiteral("]C1"), QStringLiteral("]d2"), QStringLiteral("]d5"), QStringLiteral("]Q3"),
        QStringLiteral("]Q4"), QStringLiteral("]e0"), QStringLiteral("]J1")};
    return ids.contains(aim);
}

bool aimSaysEan(const QString& aim) {
    return aim.startsWith(QLatin1String("]E"));
}

void setProblem(ScanCode& code, const char* problem) {
    code.problem = QString::fromLatin1(problem);
}

void takeItem(ScanCode& code, const QString& gtin) {
    code.kind = ScanKind::Item;
    code.gtin = gtin;
}

/// How many pieces the elements speak of: AI 37 counts the trade items of AI 02, AI 30 the pieces
/// of a variable-count item.
QString countIn(const Gs1Message& message) {
    const QString contained = message.value(QStringLiteral("37"));
    const QString variable = message.value(QStringLiteral("30"));
    const bool isContent = message.value(QStringLiteral("01")).isEmpty();
    const QString& first = isContent ? contained : variable;
    return !first.isEmpty() ? first : isContent ? variable : contained;
}

void takeElements(ScanCode& code, const Gs1Message& message) {
    code.ais = message.elements;
    code.serial = message.value(QStringLiteral("21"));
    code.lot = message.value(QStringLiteral("10"));
    const QString own = message.value(QStringLiteral("01"));
    const QString gtin = own.isEmpty() ? message.value(QStringLiteral("02")) : own;
    if (!gtin.isEmpty())
        takeItem(code, gtin);
    const QString count = countIn(message);
    if (count.isEmpty())
        return;
    code.quantity = count.toInt();
    if (code.quantity < 1) {
        code.quantity = 1;
        setProblem(code, "bad-quantity");
    }
}

/// A wrong check digit in AI 01 or 02 is an item misread; anything else is not known to be one.
void takeGs1Problem(ScanCode& code, const Gs1Message& message) {
    code.ais = message.elements;
    code.problem = word(message.problem);
    const bool inGtin =
        message.problemAt == QLatin1String("01") || message.problemAt == QLatin1String("02");
    if (inGtin && message.problem == Gs1Problem::BadCheckDigit)
        code.kind = ScanKind::Item;
}

/// Whether the text is judged as GS1 without a scanner that says so.
bool looksLikeGs1(const QString& text, bool aimGiven) {
    static const QRegularExpression bracketed(QStringLiteral("\\A\\([0-9]{2,4}\\)"));
    if (text.contains(kFnc1))
        return true;
    if (bracketed.match(text).hasMatch()) {
        const Gs1Problem problem = readGs1(text).problem;
        return problem != Gs1Problem::NotGs1 && problem != Gs1Problem::UnknownAi;
    }
    return !aimGiven && text.size() >= 16 && text.startsWith(QLatin1String("01")) &&
           readGs1(text).problem == Gs1Problem::None;
}

void judgeGs1(ScanCode& code) {
    const Gs1Message message = readGs1(code.text);
    if (message.problem == Gs1Problem::None)
        takeElements(code, message);
    else
        takeGs1Problem(code, message);
    // Couriers print their numbers as GS1-128 too, with or without a proper identifier.
    QString bare = code.text;
    bare.remove(kFnc1);
    code.couriers = proposeCouriers(bare);
    if (code.kind == ScanKind::Unknown &&
        waybillForm(bare, code.couriers) == WaybillForm::Waybill) {
        code.kind = ScanKind::Waybill;
        code.problem.clear();
    }
}

/// Books and magazines carry 2 or 5 digits more behind the code proper.
QString withoutAddOn(const QString& text, bool ean) {
    static const QRegularExpression parted(
        QStringLiteral("\\A([0-9]{12,13}) (?:[0-9]{2}|[0-9]{5})\\z"));
    const auto match = parted.match(text);
    if (match.hasMatch())
        return match.captured(1);
    static const QRegularExpression book(QStringLiteral("\\A97[789][0-9]{12}(?:[0-9]{3})?\\z"));
    const bool joined = (text.size() == 15 || text.size() == 18) && isDigits(text);
    if (joined && (ean || book.match(text).hasMatch()) && gtin14(text.left(13)))
        return text.left(13);
    const bool joinedUpc = (text.size() == 14 || text.size() == 17) && isDigits(text);
    return ean && joinedUpc && gtin14(text.left(12)) ? text.left(12) : text;
}

/// UPC-E, EAN-8 and a shop's own code are all 8 digits: only the AIM id tells.
std::optional<QString> gtinOf(const QString& digits, const QString& aim) {
    if (aim == QLatin1String("]E0") && digits.size() == 8) {
        if (const auto upcA = upcAFromUpcE(digits))
            return gtin14(*upcA);
    }
    return gtin14(digits);
}

void judgeEan(ScanCode& code) {
    const bool addOnAlone = code.text.size() == 2 || code.text.size() == 5;
    const QString digits = withoutAddOn(code.text, true);
    if (!isDigits(digits))
        return setProblem(code, "bad-character");
    if (addOnAlone)
        return setProblem(code, "add-on");
    code.kind = ScanKind::Item;
    const auto gtin = gtinOf(digits, code.aim);
    if (gtin)
        code.gtin = *gtin;
    else
        setProblem(code, digits.size() == 8 || digits.size() == 12 || digits.size() == 13
                             ? "bad-check-digit"
                             : "bad-length");
}

bool hasGtinLength(const QString& digits) {
    const auto size = digits.size();
    return size == 8 || size == 12 || size == 13 || size == 14;
}

void judgePlain(ScanCode& code) {
    code.couriers = proposeCouriers(code.text);
    const WaybillForm form = waybillForm(code.text, code.couriers);
    if (form == WaybillForm::Waybill) {
        code.kind = ScanKind::Waybill;
        return;
    }
    if (form == WaybillForm::Misread)
        return setProblem(code, "bad-check-digit");
    const QString digits = withoutAddOn(code.text, false);
    if (!isDigits(digits) || !hasGtinLength(digits))
        return;
    code.kind = ScanKind::Item;
    const auto gtin = gtin14(digits);
    if (gtin)
        code.gtin = *gtin;
    else
        setProblem(code, "bad-check-digit");
}

void judge(ScanCode& code) {
    if (aimSaysGs1(code.aim) || looksLikeGs1(code.text, !code.aim.isEmpty()))
        judgeGs1(code);
    else if (aimSaysEan(code.aim))
        judgeEan(code);
    else
        judgePlain(code);
}

/// What is wrong with a text before anything is made of it; empty when nothing is.
const char* problemOf(const ScanCode& code) {
    if (code.text.size() > kLongestScan)
        return "too-long";
    if (code.text.isEmpty())
        return "empty";
    return hasForbidden(code.text) ? "control-character" : "";
}

} // namespace

ScanCode classify(const QString& text, const QString& aim) {
    ScanCode code;
    code.aim = aim;
    code.text = withoutOuterBlanks(text);
    if (code.text.size() <= kLongestScan) {
        takeAim(code);
        code.text = withoutFullWidth(code.text);
    }
    code.problem = QString::fromLatin1(problemOf(code));
    if (!code.problem.isEmpty())
        return code;
    if (auto own = readOwnCode(code.text)) {
        own->text = code.text;
        own->aim = code.aim;
        return *own;
    }
    judge(code);
    return code;
}

QString word(ScanKind kind) {
    return kKinds.word(kind);
}

} // namespace packbench
