#include "shipping/mask.h"

#include "shipping/order.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace packbench {

namespace {

constexpr QChar kStar(u'*');
constexpr QLatin1String kHidden("***");

QRegularExpression expression(const QString& pattern) {
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

/// What a person sees as one character, so that no accent or pair is torn apart.
QStringList charactersOf(const QString& text) {
    QStringList characters;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype from = 0;
    while (finder.toNextBoundary() >= 0) {
        characters << text.mid(from, finder.position() - from);
        from = finder.position();
    }
    return characters;
}

/// A marketplace's virtual number: a mobile number with its extension. It is nobody's own.
bool isVirtualNumber(const QString& phone) {
    static const QRegularExpression form =
        expression(QStringLiteral("\\A1[0-9]{10}\\s*(?:-|转|#|,|，|x|ext\\.?)\\s*[0-9]{3,5}\\z"));
    return form.match(phone).hasMatch();
}

bool isCjk(char32_t c) {
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hangul:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana: return true;
    default: return false;
    }
}

bool isWrittenInCjk(const QString& name) {
    const auto codes = name.toUcs4();
    return std::any_of(codes.begin(), codes.end(), [](uint c) { return isCjk(c); });
}

bool partsName(const QString& character) {
    return character == u" " || character == u"-" || character == u"\u00A0";
}

/// First character of the name, or of each of its parts where `eachPart`.
QString firstsOf(const QString& name, bool eachPart) {
    QString masked;
    bool first = true;
    for (const QString& character : charactersOf(name)) {
        const bool blank = partsName(character);
        masked += blank ? character : first ? character : QString(kStar);
        first = blank ? first || eachPart : false;
    }
    return masked;
}

/// Where the part of an address that leads to the door begins; -1 where there is none.
qsizetype doorOf(const QString& street) {
    static const QString number = QStringLiteral("(?:[0-9０-９]|[A-Za-z](?![A-Za-z])|"
                                                 "[一二三四五六七八九十百甲乙丙丁])++[#＃]?\\s*");
    static const QRegularExpression forms[] = {
        // 3幢 · A座 · 2单元 · 十二层 · 501室 · 东单元
        expression(number + QStringLiteral("(?:号楼|幢|栋|座|单元|层|室|梯|号房|号铺|号门(?!面))")),
        expression(QStringLiteral("[东西南北中](?:单元|栋|幢|座)")),
        expression(number + QStringLiteral("楼(?!村|镇|乡|路|街|店)")),
        expression(QStringLiteral("[0-9０-９]+[A-Za-z]?\\s*(?:户|房|门(?!面)|铺|F(?![A-Za-z]))")),
        // 123弄45号: the number within the lane is a building
        expression(QStringLiteral("(?<=弄)\\s*[0-9０-９]+\\s*号")),
        // 3-2-501 · #501 · 969号501
        expression(
            QStringLiteral("(?<![0-9A-Za-z])[0-9A-Za-z]{1,4}(?:[-－—][0-9A-Za-z]{1,4}){2,}")),
        expression(QStringLiteral(
            "(?<![0-9A-Za-z-])[A-Za-z]?[0-9]{1,4}[-－—][0-9]{2,4}(?![0-9]*\\s*(?:号|弄|米))")),
        expression(QStringLiteral("[0-9A-Za-z]*[#＃]\\s*[0-9]+")),
        expression(QStringLiteral("(?<=号)\\s*[A-Za-z]?[0-9]{2,5}(?!\\s*(?:号|弄|路|街))")),
        // 万达大厦1201
        expression(QStringLiteral("(?<=[\\p{Han}])\\s*[A-Za-z]?[0-9]{3,4}\\s*$")),
    };
    qsizetype first = -1;
    for (const QRegularExpression& form : forms) {
        const auto at = form.match(street).capturedStart();
        if (at >= 0 && (first < 0 || at < first))
            first = at;
    }
    return first;
}

QString maskedChineseStreet(const QString& street) {
    const qsizetype door = doorOf(street);
    return door < 0 ? street : street.left(door).trimmed() + kHidden;
}

/// Latin addresses name the door in a part of its own, before or behind the street.
QString maskedLatinStreet(QString street) {
    static const QRegularExpression form = expression(QStringLiteral(
        "(?:\\b(?:apartment|apt|appartement|appt|flat|unit|suite|ste|room|rm|floor|fl|building|"
        "bldg|"
        "block|blk|tower|level|lvl|door|b[âa]t(?:iment)?|étage|escalier|esc|porte|wohnung|whg|"
        "etage|"
        "stock|piso|puerta|interno|int|scala|interior)\\b\\.?\\s*[:#]?\\s*[0-9A-Za-z][\\w/-]*|"
        "\\b[0-9]{1,3}\\s*(?:st|nd|rd|th|\\.|º|e|er|ème)\\s*"
        "(?:floor|fl|og|stock|etage|étage|piso)\\b|"
        "#\\s*[\\w-]+)[^,;\\n]*"));
    return street.replace(form, QString(kHidden));
}

} // namespace

QString maskedPhone(const QString& phone) {
    if (looksMasked(phone) || isVirtualNumber(phone.trimmed()))
        return phone;
    const auto digits =
        std::count_if(phone.begin(), phone.end(), [](QChar c) { return c.isDigit(); });
    if (digits <= 7)
        return QString(phone.size(), kStar);
    const auto shownFirst = std::min<qsizetype>(3, digits - 8);
    QString masked;
    qsizetype seen = 0;
    for (const QChar c : phone) {
        if (c.isDigit())
            ++seen;
        const bool shown = c.isDigit() && (seen <= shownFirst || seen > digits - 2);
        const bool plain = !c.isLetterOrNumber() && !c.isSurrogate();
        masked += shown || plain ? c : kStar;
    }
    return masked;
}

QString maskedName(const QString& name) {
    if (looksMasked(name))
        return name;
    const QString bare = name.trimmed();
    QString masked = firstsOf(bare, !isWrittenInCjk(bare));
    if (masked != bare || bare.isEmpty())
        return masked;
    // Nothing hidden: a single character, or initials only.
    const QString fewer = firstsOf(bare, false);
    return fewer != bare ? fewer : QString(charactersOf(bare).size(), kStar);
}

QString maskedStreet(const QString& street) {
    if (looksMasked(street))
        return street;
    return isWrittenInCjk(street) ? maskedChineseStreet(street) : maskedLatinStreet(street);
}

} // namespace packbench
