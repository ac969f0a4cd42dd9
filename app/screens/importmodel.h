#pragma once

#include "bench/benchworker.h"
#include "screens/shownrows.h"

#include <QUrl>
#include <QVariantList>

namespace packbench {

/// One row of what became of imported files: a file, or one thing refused in it.
struct ImportShown {
    int number = 0;
    bool isFile = false;
    ImportReport report; ///< of a file: without its refusals
    ImportRefusal refusal;

    [[nodiscard]] int key() const { return number; }
    bool operator==(const ImportShown&) const = default;
};

/// Files waiting in the import folders, and what became of those that were read.
class ImportModel : public ShownRows {
    Q_OBJECT
    QML_NAMED_ELEMENT(ImportModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY kindChanged)
    /// Files found: name, path, when, size.
    Q_PROPERTY(QVariantList files READ files NOTIFY filesChanged)
    Q_PROPERTY(QString folder READ folder CONSTANT)
    Q_PROPERTY(bool running READ isRunning NOTIFY progressChanged)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
    Q_PROPERTY(QString fileName READ fileName NOTIFY progressChanged)
    Q_PROPERTY(bool hasResult READ hasResult NOTIFY resultChanged)
    Q_PROPERTY(int accepted READ accepted NOTIFY resultChanged)
    Q_PROPERTY(int updated READ updated NOTIFY resultChanged)
    Q_PROPERTY(int unchanged READ unchanged NOTIFY resultChanged)
    Q_PROPERTY(int refused READ refused NOTIFY resultChanged)
public:
    enum Role {
        IsFile = Qt::UserRole,
        File,
        Format,
        Encoding,
        Accepted,
        Updated,
        Unchanged,
        Refused,
        Columns,
        Line,
        Order,
        Reason,
        Text
    };

    ImportModel(BenchPort& bench, QStringList folders);

    void moved(int permille, const QString& file);
    void done(const ImportReport& report);
    void finished();

    Q_INVOKABLE void look();
    Q_INVOKABLE void read(const QStringList& paths);
    Q_INVOKABLE void readUrls(const QList<QUrl>& urls);
    Q_INVOKABLE void readAll();
    Q_INVOKABLE void cancel() { m_bench.cancelImport(); }

    [[nodiscard]] QString kind() const { return m_kind; }
    void setKind(const QString& kind);
    [[nodiscard]] QVariantList files() const { return m_files; }
    [[nodiscard]] QString folder() const { return m_folders.value(0); }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] double progress() const { return m_permille / 1000.0; }
    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] bool hasResult() const { return !m_rows.isEmpty(); }
    [[nodiscard]] int accepted() const { return m_total.accepted; }
    [[nodiscard]] int updated() const { return m_total.updated; }
    [[nodiscard]] int unchanged() const { return m_total.unchanged; }
    [[nodiscard]] int refused() const { return m_total.refused; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void kindChanged();
    void filesChanged();
    void progressChanged();
    void resultChanged();

private:
    void setFiles(const QVariantList& files);

    BenchPort& m_bench;
    QStringList m_folders;
    QString m_kind = QStringLiteral("orders");
    QVariantList m_files;
    bool m_isRunning = false;
    int m_permille = 0;
    QString m_fileName;
    ImportReport m_total;
    QList<ImportShown> m_rows;
};

} // namespace packbench
