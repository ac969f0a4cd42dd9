#pragma once

#include "bench/templatekeeping.h"

#include <QThreadPool>

#include <atomic>

namespace packbench {

class BenchPort;
class Clock;
class Ledger;
class Station;

/// What the bench thread does for the page that changes label templates. Answers go out as the
/// port's signals; drawing has a thread of its own, no scan waits for it.
class TemplateDesk {
public:
    TemplateDesk(Ledger& ledger, Station& station, Clock& clock, BenchPort& port);

    void tellTemplates();
    void open(const QString& name, int version);
    void save(const QString& name, const QByteArray& json, const QString& decision);
    /// Drawn only while `wanted` still is this serial: the latest request wins.
    void draw(quint64 serial, const QByteArray& json, PreviewData data,
              const std::atomic<quint64>& wanted);
    void readFile(const QString& path);
    void writeFile(const QString& path, const QByteArray& json);

private:
    [[nodiscard]] int dotsPerMm() const;

    Ledger& m_ledger;
    Station& m_station;
    Clock& m_clock;
    BenchPort& m_port;
    QThreadPool m_drawing; ///< one thread; waits for its last drawing at the end
};

} // namespace packbench
