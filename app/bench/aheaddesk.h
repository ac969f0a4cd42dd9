#pragma once

#include "bench/boards.h"
#include "bench/labelsahead.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace packbench {

class BenchPort;
class Clock;
class Desk;
class StationFault;

/// Looks whether the labels of all due orders can be printed, before a packer stands there with
/// one that cannot. Reads a few orders at a time so that no scan waits; draws in threads of its
/// own. Of the bench thread.
class AheadDesk : public QObject {
    Q_OBJECT
public:
    AheadDesk(Ledger& ledger, Desk& desk, Clock& clock, BenchPort& port,
              std::function<void(const StationFault&)> faulted);

    void start(); ///< anew, when it runs already
    void cancel();
    void tell();

private:
    void feed();
    void take(const DrawnAhead& drawn);
    void endIfDone();

    Ledger& m_ledger;
    Desk& m_desk;
    Clock& m_clock;
    BenchPort& m_port;
    std::function<void(const StationFault&)> m_faulted;
    AheadBoard m_board;
    QList<qint64> m_orders; ///< still to be read
    std::optional<LabelsToCome> m_source;
    std::unique_ptr<LabelsAhead> m_drawing;
    QTimer m_feed;
    QElapsedTimer m_told;
    quint64 m_run = 0; ///< answers of an earlier one are late
};

} // namespace packbench
