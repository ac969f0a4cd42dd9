#pragma once

#include "bench/gate.h"
#include "bench/handing.h"
#include "shipping/copymark.h"
#include "stationfixture.h"

namespace packbench {

/// The sample shop with its dispatch gate switched on: a bench that binds, a gate that lets pass.
class GateTest : public StationTest {
protected:
    GateTest() {
        m_ledger->settings().set(QStringLiteral("dispatch.at"), QStringLiteral("gate"));
        restart();
        reopenGate();
    }
    void reopenGate() {
        m_watch = std::make_unique<ClockWatch>(*m_ledger, m_clock);
        m_gate = std::make_unique<Gate>(*m_ledger, m_clock, *m_watch);
        m_gate->open(true);
    }
    StationReply gateScan(const QString& text) {
        m_clock.advanceMs(1000);
        return m_gate->scan({text, {}, QStringLiteral("gate"), 0}).first();
    }
    QString gate(const QString& text) { return gateScan(text).outcome; }
    /// Somebody stands at bench and gate.
    void signOnBoth() {
        signOn();
        ASSERT_EQ(gate(QStringLiteral("PBU-0417")), QStringLiteral("signed-on"));
    }
    /// Packs a single-item order and scans its label back, into a tote. @returns its waybill.
    QString pack(const QString& number, const QString& goods, const QString& tote) {
        EXPECT_EQ(outcome(number), QStringLiteral("opened"));
        EXPECT_EQ(outcome(tote), QStringLiteral("tote-assigned"));
        EXPECT_EQ(outcome(goods), QStringLiteral("order-complete"));
        printerTakes();
        const auto record = m_ledger->orders().byNumber(number).first();
        const QString waybill = m_ledger->labels().parcelOfOrder(record.id)->waybill;
        EXPECT_EQ(outcome(waybill), QStringLiteral("label-bound"));
        return waybill;
    }
    QString packSocksInto(const QString& tote) {
        return pack(QStringLiteral("2609210012"), QStringLiteral("6901234500868"), tote);
    }
    QString packCupInto(const QString& tote) {
        return pack(QStringLiteral("#1007"), QStringLiteral("6901234500974"), tote);
    }
    /// The mark that the label's square code holds.
    QString markOf(const QString& waybill, int copyNo) {
        const qint64 parcel = m_ledger->waybills().find(waybill)->parcelId;
        return waybill +
               copyMarkTail(waybill, parcel, copyNo, loadSettings(m_ledger->settings()).markKey);
    }
    qsizetype gone() { return m_ledger->dispatches().list().size(); }

    std::unique_ptr<ClockWatch> m_watch;
    std::unique_ptr<Gate> m_gate;
};

} // namespace packbench
