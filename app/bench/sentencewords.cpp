#include "bench/sentencewords.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace packbench {
namespace {

/// What stands in the places of the form, when the sentence is made by it.
std::optional<QStringList> placesOf(QString form, const QString& sentence) {
    QStringList places;
    qsizetype at = 0;
    for (;;) {
        const qsizetype place = form.indexOf(u'%');
        if (place < 0)
            break;
        const QString before = form.left(place);
        form.remove(0, place + 2);
        if (sentence.mid(at, before.size()) != before)
            return std::nullopt;
        at += before.size();
        const QString after = form.left(std::max(form.indexOf(u'%'), qsizetype(-1)));
        const qsizetype end =
            form.contains(u'%') ? sentence.indexOf(after, at) : sentence.size() - form.size();
        if (end < at)
            return std::nullopt;
        places.append(sentence.mid(at, end - at));
        at = end;
    }
    if (sentence.mid(at) != form)
        return std::nullopt;
    return places;
}

} // namespace

QString inChinese(std::span<const SentenceRow> rows, const QString& sentence) {
    if (sentence.isEmpty())
        return sentence;
    for (const SentenceRow& row : rows) {
        const auto places = placesOf(QString::fromUtf8(row.en), sentence);
        if (!places)
            continue;
        QString words = QString::fromUtf8(row.zh);
        for (qsizetype place = places->size(); place > 0; --place)
            words.replace(QStringLiteral("%%1").arg(place), inChinese(rows, places->at(place - 1)));
        return words;
    }
    return sentence;
}

} // namespace packbench
