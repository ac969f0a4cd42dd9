#pragma once

#include "bench/labelinbox.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace packbench {

/// A folder into which a shop's system writes labels. Looks whenever something changes and every
/// two seconds; a file is read once its size has stood still, and never deleted. Works in a thread
/// of its own.
class LabelFolder : public QObject {
    Q_OBJECT
public:
    LabelFolder(const QString& path, int dotsPerMm, QObject* parent = nullptr);
    ~LabelFolder() override;
    LabelFolder(const LabelFolder&) = delete;
    LabelFolder& operator=(const LabelFolder&) = delete;

    void start();
    /// To be answered to `found` for files that were never read.
    void open(const QString& path, const QString& key);

Q_SIGNALS:
    /// A file stands still; `key` is jobKeyOf its bytes.
    void found(const QString& path, const QString& key);
    void arrived(const packbench::ArrivedJob& job);

private:
    class Watch;
    QThread m_thread;
    std::unique_ptr<Watch> m_watch;
    std::atomic<bool> m_isEnding = false;
};

} // namespace packbench
