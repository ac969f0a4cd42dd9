#include "printed.h"

#include "labels/proof.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QImage>
#include <QRegularExpression>

namespace packbench::faults {
namespace {

QString keptIn(const QString& folder) {
    return folder + QStringLiteral("/codes.tsv");
}

/// File name and size to the codes on it.
QHash<QString, QStringList> kept(const QString& folder) {
    QHash<QString, QStringList> codes;
    QFile file(keptIn(folder));
    if (!file.open(QIODevice::ReadOnly))
        return codes;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList parts = line.split(u'\t');
        if (parts.size() > 1)
            codes.insert(parts.first(), parts.mid(1));
    }
    return codes;
}

void keep(const QString& folder, const QString& name, const QStringList& codes) {
    QFile file(keptIn(folder));
    if (file.open(QIODevice::Append))
        file.write((name + u'\t' + codes.join(u'\t') + u'\n').toUtf8());
}

PaperCopy copyWith(const QStringList& codes) {
    for (const QString& code : codes) {
        if (const auto mark = readMark(code))
            return *mark;
    }
    PaperCopy plain;
    for (const QString& code : codes) {
        if (code.size() > plain.number.size())
            plain.number = plain.text = code;
    }
    return plain;
}

} // namespace

std::optional<PaperCopy> readMark(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(.+)-PBM-([0-9]+)-([0-9]+)$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return PaperCopy{
        {}, match.captured(1), match.captured(2).toLongLong(), match.captured(3).toInt(), text};
}

QList<PaperCopy> labelsIn(const QString& folder) {
    const QDir pictures(folder);
    const auto known = kept(folder);
    QList<PaperCopy> labels;
    for (const QFileInfo& picture : pictures.entryInfoList({QStringLiteral("label-*.png")},
                                                           QDir::Files, QDir::Name)) {
        const QString name = QStringLiteral("%1/%2").arg(picture.fileName()).arg(picture.size());
        QStringList codes = known.value(name);
        if (codes.isEmpty()) {
            for (const ReadCode& code : readCodes(QImage(picture.filePath())))
                codes += code.text.trimmed();
            keep(folder, name, codes);
        }
        PaperCopy label = copyWith(codes);
        label.file = picture.fileName();
        labels += label;
    }
    return labels;
}

} // namespace packbench::faults
