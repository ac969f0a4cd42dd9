#include "printed.h"

#include "labels/proof.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QImage>
#include <QRegularExpression>

#include <algorithm>

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

/// The mark is a coarse code: half as large it reads four times as fast. What has none is read
/// whole.
QStringList codesOn(const QImage& whole) {
    for (const QImage& image : {whole.scaled(whole.size() / 2), whole}) {
        QStringList codes;
        for (const ReadCode& code : readCodes(image))
            codes += code.text.trimmed();
        if (image.size() == whole.size() ||
            std::any_of(codes.cbegin(), codes.cend(),
                        [](const QString& code) { return readMark(code).has_value(); }))
            return codes;
    }
    return {};
}

const QList<PaperCopy>& LabelShelf::all() {
    for (;;) {
        const QString name =
            QStringLiteral("label-%1.png").arg(m_labels.size() + 1, 4, 10, QLatin1Char('0'));
        const QFileInfo picture(m_folder + u'/' + name);
        if (!picture.exists())
            return m_labels;
        const QStringList codes = codesOn(QImage(picture.filePath()));
        keep(m_folder, QStringLiteral("%1/%2").arg(name).arg(picture.size()), codes);
        PaperCopy label = copyWith(codes);
        label.file = name;
        m_labels += label;
    }
}

std::optional<PaperCopy> readMark(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^(.+)-PBM-([0-9]+)-([0-9]+)(-[0-9A-Za-z]+)?$"));
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
    for (const QFileInfo& picture :
         pictures.entryInfoList({QStringLiteral("label-*.png")}, QDir::Files, QDir::Name)) {
        const QString name = QStringLiteral("%1/%2").arg(picture.fileName()).arg(picture.size());
        QStringList codes = known.value(name);
        if (codes.isEmpty()) {
            codes = codesOn(QImage(picture.filePath()));
            keep(folder, name, codes);
        }
        PaperCopy label = copyWith(codes);
        label.file = picture.fileName();
        labels += label;
    }
    return labels;
}

} // namespace packbench::faults
