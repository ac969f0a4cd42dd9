#include "bench/labelfolder.h"

#include "bench/foreignreader.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileSystemWatcher>
#include <QHash>
#include <QTimer>

#include <optional>

namespace packbench {

namespace {

constexpr int kLookMs = 2000;
constexpr int kStandsMs = 500; ///< a file that did not grow in between is whole
constexpr qint64 kMostBytes = qint64(64) << 20;

struct Seen {
    qint64 size = -1;
    qint64 changedMs = 0;
    bool isTold = false;
};

std::optional<QByteArray> bytesOf(const QString& path) {
    QFile file(path);
    if (file.size() <= kMostBytes && file.open(QIODevice::ReadOnly)) {
        const QByteArray bytes = file.read(kMostBytes + 1);
        if (bytes.size() <= kMostBytes)
            return bytes;
    }
    qCWarning(inboxLog).noquote() << QStringLiteral(
                                         "label folder: a file cannot be read or is larger than "
                                         "64 MB: %1")
                                         .arg(path);
    return std::nullopt;
}

} // namespace

/// In the folder's thread.
class LabelFolder::Watch : public QObject {
public:
    Watch(LabelFolder& folder, QString path, int dotsPerMm)
        : m_folder(folder), m_path(std::move(path)), m_dotsPerMm(dotsPerMm) {}

    void start() {
        m_watcher = std::make_unique<QFileSystemWatcher>();
        m_timer = std::make_unique<QTimer>();
        m_soon = std::make_unique<QTimer>();
        m_soon->setSingleShot(true);
        m_watcher->addPath(m_path);
        connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, this, [this] { look(); });
        connect(m_timer.get(), &QTimer::timeout, this, [this] { look(); });
        connect(m_soon.get(), &QTimer::timeout, this, [this] { look(); });
        m_timer->start(kLookMs);
        look();
    }
    void stop() {
        m_watcher.reset();
        m_timer.reset();
        m_soon.reset();
    }
    void open(const QString& path, const QString& key) {
        const auto bytes = bytesOf(path);
        if (!bytes || jobKeyOf(*bytes) != key) // changed since: it is found anew
            return;
        const ArrivedJob job{
            path, path.section(u'/', -1), key, false,
            m_reader.open(*bytes, {m_dotsPerMm, {}, m_dotsPerMm}, &m_folder.m_isEnding)};
        if (!m_folder.m_isEnding)
            Q_EMIT m_folder.arrived(job);
    }

private:
    void look() {
        const auto files = QDir(m_path).entryInfoList(QDir::Files, QDir::Time | QDir::Reversed);
        for (const QFileInfo& file : files) {
            Seen& seen = m_seen[file.filePath()];
            const qint64 changedMs = file.lastModified().toMSecsSinceEpoch();
            if (seen.size != file.size() || seen.changedMs != changedMs) {
                seen = {file.size(), changedMs, false};
                m_soon->start(kStandsMs);
            } else if (!seen.isTold && seen.size > 0) {
                seen.isTold = true;
                if (const auto bytes = bytesOf(file.filePath()))
                    Q_EMIT m_folder.found(file.filePath(), jobKeyOf(*bytes));
            }
        }
    }

    LabelFolder& m_folder;
    QString m_path;
    int m_dotsPerMm;
    ForeignReader m_reader;
    QHash<QString, Seen> m_seen;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    std::unique_ptr<QTimer> m_timer;
    std::unique_ptr<QTimer> m_soon;
};

LabelFolder::LabelFolder(const QString& path, int dotsPerMm, QObject* parent)
    : QObject(parent), m_watch(std::make_unique<Watch>(*this, path, dotsPerMm)) {
    m_thread.setObjectName(QStringLiteral("label-folder"));
    m_watch->moveToThread(&m_thread);
}

LabelFolder::~LabelFolder() {
    m_isEnding = true;
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(
            m_watch.get(), [this] { m_watch->stop(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void LabelFolder::start() {
    m_thread.start();
    QMetaObject::invokeMethod(m_watch.get(), [this] { m_watch->start(); });
}

void LabelFolder::open(const QString& path, const QString& key) {
    QMetaObject::invokeMethod(m_watch.get(), [this, path, key] { m_watch->open(path, key); });
}

} // namespace packbench
