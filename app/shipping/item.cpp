#include "shipping/item.h"

namespace packbench {

namespace {

bool isDigitAt(const QString& text, qsizetype i) {
    return i >= 0 && i < text.size() && text.at(i) >= u'0' && text.at(i) <= u'9';
}

/// "1,000ml": a comma inside a number parts nothing.
bool groupsThousands(const QString& text, qsizetype comma) {
    return text.at(comma) == u',' && isDigitAt(text, comma - 1) && isDigitAt(text, comma + 1) &&
           isDigitAt(text, comma + 2) && isDigitAt(text, comma + 3) && !isDigitAt(text, comma + 4);
}

/// Where the name of a property ends; -1 where there is none. "1:10" is a value, not a name.
qsizetype colonOf(const QString& text) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'：' || (c == u':' && !(isDigitAt(text, i - 1) && isDigitAt(text, i + 1))))
            return i;
    }
    return -1;
}

SpecPart partOf(const QString& text) {
    const qsizetype colon = colonOf(text);
    if (colon < 0)
        return {QString(), text.trimmed()};
    return {text.left(colon).trimmed(), text.mid(colon + 1).trimmed()};
}

QStringList splitAtSemicolons(const QString& text) {
    QStringList pieces(QString{});
    for (const QChar c : text) {
        if (c == u';' || c == u'；' || c == u'\n')
            pieces << QString();
        else
            pieces.last() += c;
    }
    return pieces;
}

QStringList splitAtCommas(const QString& text) {
    QStringList pieces(QString{});
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if ((c == u',' && !groupsThousands(text, i)) || c == u'，')
            pieces << QString();
        else
            pieces.last() += c;
    }
    return pieces;
}

/// A comma parts "黑色,110cm" and "颜色:黑,尺码:L", but belongs to the value in "颜色:黑,白".
QStringList commaParts(const QString& text) {
    QStringList pieces = splitAtCommas(text);
    const bool named = colonOf(text) >= 0;
    if (!named)
        return pieces;
    for (const QString& piece : pieces) {
        if (colonOf(piece) < 0)
            return {text};
    }
    return pieces;
}

} // namespace

QList<SpecPart> specParts(const QString& spec) {
    QList<SpecPart> parts;
    for (const QString& section : splitAtSemicolons(spec)) {
        for (const QString& piece : commaParts(section)) {
            const SpecPart part = partOf(piece);
            if (!part.name.isEmpty() || !part.value.isEmpty())
                parts << part;
        }
    }
    return parts;
}

} // namespace packbench
