#include "shipping/couriernames.h"

#include "shipping/courier.h"
#include "shipping/couriertable.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace packbench {

namespace {

const QList<Courier>& table() {
    static const QList<Courier> couriers = [] {
        QList<Courier> list;
        for (const CourierRow& row : courierRows())
            list << Courier{QString::fromLatin1(row.key), QString::fromUtf16(row.zh),
                            QString::fromLatin1(row.en)};
        return list;
    }();
    return couriers;
}

bool isLatin(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool standsAlone(const QString& text, qsizetype at, qsizetype length) {
    const bool joinedBefore = at > 0 && isLatin(text.at(at)) && isLatin(text.at(at - 1));
    const qsizetype end = at + length;
    const bool joinedAfter =
        end < text.size() && isLatin(text.at(end - 1)) && isLatin(text.at(end));
    return !joinedBefore && !joinedAfter;
}

/// "其中通常" names nobody, "京东商城" and "京东券" no courier.
bool isPartOfAWord(const QString& text, qsizetype at, QStringView name) {
    static const QStringList notCourier{QStringLiteral("自营"), QStringLiteral("商城"),
                                        QStringLiteral("超市"), QStringLiteral("客服"),
                                        QStringLiteral("平台"), QStringLiteral("店"),
                                        QStringLiteral("券"),   QStringLiteral("E卡"),
                                        QStringLiteral("白条"), QStringLiteral("买")};
    if (name == u"中通")
        return at > 0 && text.at(at - 1) == u'其';
    return name == u"京东" &&
           std::any_of(notCourier.begin(), notCourier.end(), [&](const QString& word) {
               return QStringView(text).mid(at + 2).startsWith(word);
           });
}

/// The aliases by their first character, in small letters.
const QMultiHash<QChar, const CourierAlias*>& aliasesByFirst() {
    static const QMultiHash<QChar, const CourierAlias*> index = [] {
        QMultiHash<QChar, const CourierAlias*> byFirst;
        for (const CourierAlias& alias : courierAliases())
            byFirst.insert(QChar(alias.name[0]).toLower(), &alias);
        return byFirst;
    }();
    return index;
}

/// The longest name that begins at `at`.
CourierMention mentionAt(const QString& text, qsizetype at) {
    CourierMention best;
    const auto [begin, end] = aliasesByFirst().equal_range(text.at(at).toLower());
    for (auto it = begin; it != end; ++it) {
        const QStringView name(it.value()->name);
        if (name.size() <= best.length ||
            QStringView(text).mid(at, name.size()).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        if (standsAlone(text, at, name.size()) && !isPartOfAWord(text, at, name))
            best = {at, name.size(), QString::fromLatin1(it.value()->courier)};
    }
    return best;
}

QString wholeName(const QString& name) {
    static const QHash<QString, QString> keys = [] {
        QHash<QString, QString> byName;
        for (const CourierAlias& alias : courierWholeNames())
            byName.insert(QString::fromUtf16(alias.name).toLower(), QLatin1String(alias.courier));
        for (const Courier& courier : table()) {
            for (const QString& known : {courier.key, courier.nameZh, courier.nameEn})
                byName.insert(known.toLower(), courier.key);
        }
        return byName;
    }();
    return keys.value(name.toLower());
}

/// The one courier named; empty for none, and for two that differ.
QString onlyMention(const QString& text) {
    QString courier;
    for (const CourierMention& mention : courierMentions(text)) {
        if (!courier.isEmpty() && courier != mention.courier)
            return {};
        courier = mention.courier;
    }
    return courier;
}

} // namespace

const QList<Courier>& couriers() {
    return table();
}

QList<CourierMention> courierMentions(const QString& text) {
    QList<CourierMention> mentions;
    for (qsizetype at = 0; at < text.size();) {
        const CourierMention mention = mentionAt(text, at);
        if (mention.length > 0)
            mentions << mention;
        at += std::max<qsizetype>(1, mention.length);
    }
    return mentions;
}

QString courierFromName(const QString& name) {
    static const QRegularExpression brackets(QStringLiteral("[(（\\[【][^)）\\]】]*[)）\\]】]?"));
    const QString whole = name.simplified();
    QString bare = whole;
    bare.remove(brackets);
    bare = bare.simplified();
    for (const QString& text : {whole, bare}) {
        QString key = wholeName(text);
        if (!key.isEmpty())
            return key;
    }
    return courierMentions(bare).isEmpty() ? onlyMention(whole) : onlyMention(bare);
}

QString courierName(const QString& key, bool chinese) {
    for (const Courier& courier : table()) {
        if (courier.key == key)
            return chinese ? courier.nameZh : courier.nameEn;
    }
    return key;
}

} // namespace packbench
