#include "sourcesentences.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace packbench {
namespace {

QStringList sentencesOf(const QString& source) {
    static const QRegularExpression literals(
        QStringLiteral(R"x((?:QStringLiteral|counted)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))x"));
    static const QRegularExpression piece(QStringLiteral(R"x("((?:[^"\\]|\\.)*)")x"));
    QStringList found;
    for (auto all = literals.globalMatch(source); all.hasNext();) {
        QString sentence;
        for (auto pieces = piece.globalMatch(all.next().captured(1)); pieces.hasNext();)
            sentence += pieces.next().captured(1);
        if (sentence.contains(u' ') && sentence.endsWith(u'.'))
            found.append(sentence);
    }
    return found;
}

} // namespace

QStringList sentencesOfSources(const QString& folder, const QString& without) {
    QStringList found;
    QDirIterator files(folder, {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const bool isWanted = without.isEmpty() || !file.fileName().contains(without);
        if (isWanted && file.open(QIODevice::ReadOnly))
            found += sentencesOf(QString::fromUtf8(file.readAll()));
    }
    return found;
}

} // namespace packbench
