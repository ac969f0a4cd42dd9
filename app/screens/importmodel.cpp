#include "screens/importmodel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>

namespace packbench {

namespace {

constexpr int kMostFiles = 50;
constexpr int kMostRefusals = 500;

QVariantList filesIn(const QStringList& folders) {
    const QStringList names{QStringLiteral("*.csv"), QStringLiteral("*.tsv"),
                            QStringLiteral("*.txt"), QStringLiteral("*.xlsx")};
    QVariantList out;
    for (const QString& folder : folders) {
        const QFileInfoList found = QDir(folder).entryInfoList(names, QDir::Files, QDir::Time);
        for (const QFileInfo& file : found.mid(0, kMostFiles)) {
            out.append(QVariantMap{
                {QStringLiteral("name"), file.fileName()},
                {QStringLiteral("path"), file.absoluteFilePath()},
                {QStringLiteral("when"),
                 file.lastModified().toString(QStringLiteral("MM-dd HH:mm"))},
                {QStringLiteral("size"), QLocale::c().formattedDataSize(file.size(), 0)}});
        }
    }
    return out;
}

} // namespace

ImportModel::ImportModel(BenchPort& bench, QStringList folders)
    : m_bench(bench), m_folders(std::move(folders)) {}

/// Folders may lie on a slow stick: they are read off the GUI thread.
void ImportModel::look() {
    QThreadPool::globalInstance()->start(
        [self = QPointer<ImportModel>(this), app = qApp, folders = m_folders] {
            const QVariantList found = filesIn(folders);
            QMetaObject::invokeMethod(app, [self, found] {
                if (self)
                    self->setFiles(found);
            });
        });
}

void ImportModel::setFiles(const QVariantList& files) {
    if (m_files == files)
        return;
    m_files = files;
    Q_EMIT filesChanged();
}

void ImportModel::setKind(const QString& kind) {
    if (m_kind == kind)
        return;
    m_kind = kind;
    Q_EMIT kindChanged();
}

void ImportModel::read(const QStringList& paths) {
    if (m_isRunning || paths.isEmpty())
        return;
    match(m_rows, {});
    m_total = {};
    m_isRunning = true;
    m_permille = 0;
    m_fileName = QFileInfo(paths.first()).fileName();
    Q_EMIT resultChanged();
    Q_EMIT progressChanged();
    m_bench.importFiles(paths, m_kind);
}

void ImportModel::readUrls(const QList<QUrl>& urls) {
    QStringList paths;
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    read(paths);
}

void ImportModel::readAll() {
    QStringList paths;
    for (const QVariant& file : std::as_const(m_files))
        paths.append(file.toMap().value(QStringLiteral("path")).toString());
    read(paths);
}

void ImportModel::moved(int permille, const QString& file) {
    m_isRunning = true;
    m_permille = permille;
    m_fileName = QFileInfo(file).fileName();
    Q_EMIT progressChanged();
}

void ImportModel::done(const ImportReport& report) {
    m_total.accepted += report.accepted;
    m_total.updated += report.updated;
    m_total.unchanged += report.unchanged;
    m_total.refused += report.refused;
    QList<ImportShown> rows = m_rows;
    ImportShown file{int(rows.size()), true, report, {}};
    file.report.refusals.clear();
    rows.append(file);
    for (const ImportRefusal& refusal : report.refusals.mid(0, kMostRefusals))
        rows.append({int(rows.size()), false, {}, refusal});
    match(m_rows, rows);
    Q_EMIT resultChanged();
}

void ImportModel::finished() {
    m_isRunning = false;
    m_permille = 1000;
    Q_EMIT progressChanged();
}

int ImportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ImportModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportShown& row = m_rows.at(index.row());
    switch (role) {
    case IsFile: return row.isFile;
    case File: return QFileInfo(row.report.file).fileName();
    case Format: return row.report.format;
    case Encoding: return row.report.encoding;
    case Accepted: return row.report.accepted;
    case Updated: return row.report.updated;
    case Unchanged: return row.report.unchanged;
    case Refused: return row.report.refused;
    case Columns: return row.report.unknownColumns.join(QStringLiteral(", "));
    case Line: return row.refusal.line;
    case Order: return row.refusal.order;
    case Reason: return row.refusal.reason;
    case Text: return row.refusal.text;
    default: return {};
    }
}

QHash<int, QByteArray> ImportModel::roleNames() const {
    return {{IsFile, "isFile"},       {File, "file"},         {Format, "format"},
            {Encoding, "encoding"},   {Accepted, "accepted"}, {Updated, "updated"},
            {Unchanged, "unchanged"}, {Refused, "refused"},   {Columns, "columns"},
            {Line, "line"},           {Order, "order"},       {Reason, "reason"},
            {Text, "sentence"}};
}

} // namespace packbench
