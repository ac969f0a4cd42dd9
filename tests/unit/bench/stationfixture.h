#pragma once

#include "bench/printqueue.h"
#include "bench/station.h"
#include "ledger/ledger.h"
#include "support/qtprint.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <memory>

namespace packbench {

[[nodiscard]] QStringList outcomes(const QList<StationReply>& replies);

/// A station at the sample shop, with a print queue that the test plays itself.
class StationTest : public testing::Test {
protected:
    StationTest();

    /// The first reply to a scan, by a scanner that never bounces.
    StationReply scan(const QString& text);
    QList<StationReply> scanAll(const QString& text);
    QString outcome(const QString& text) { return scan(text).outcome; }
    void signOn() {
        ASSERT_EQ(scan(QStringLiteral("PBU-0417")).outcome, QStringLiteral("signed-on"));
    }
    /// Opens the order and scans what it needs: its label is at the printer then.
    void packSocks();

    /// Answers the oldest job at the printer. @returns what the station said to it.
    QList<StationReply> printerTakes(SendReport::End end = SendReport::End::Accepted,
                                     PrinterState state = PrinterState::Ready);

    OrderRecord order(const char* shop, const char* number);
    LabelCopy copyOf(const OrderRecord& record);
    /// What the square code of the current label of 2609210012 says.
    QString mark() { return copyOf(order("tmall-women", "2609210012")).mark; }
    void signOnSupervisor() {
        ASSERT_EQ(scan(QStringLiteral("PBU-0001")).outcome, QStringLiteral("signed-on"));
    }
    void useGate() {
        m_ledger->settings().set(QStringLiteral("dispatch.at"), QStringLiteral("gate"));
        restart();
    }
    /// The station's answer, with the printer's label counter behind it.
    QList<StationReply> printerCounts(qint64 labels, PrinterState state = PrinterState::Ready) {
        return m_station->printerIs(PrinterStatus{state, {}, {}, labels});
    }
    /// A new station on the same ledger, as after a restart.
    void restart();

    QTemporaryDir m_folder;
    std::unique_ptr<Ledger> m_ledger;
    SteeredClock m_clock;
    QList<PrintJob> m_jobs;
    QList<qint64> m_cancelled; ///< copies the queue was asked to give up
    bool m_canFlush = false;
    QList<qint64> m_flushed; ///< copies the printer was asked to drop
    std::unique_ptr<Station> m_station;
};

} // namespace packbench
