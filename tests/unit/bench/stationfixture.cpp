#include "stationfixture.h"

#include "bench/sampleshop.h"

namespace packbench {

QStringList outcomes(const QList<StationReply>& replies) {
    QStringList words;
    for (const StationReply& reply : replies)
        words.append(reply.outcome);
    return words;
}

StationTest::StationTest() : m_clock(sampleShiftStart()) {
    LedgerAddress address;
    address.path = m_folder.filePath(QStringLiteral("ledger.db"));
    m_ledger = Ledger::create(address);
    fillSampleShop(*m_ledger, m_clock.now());
    restart();
}

void StationTest::restart() {
    m_station = std::make_unique<Station>(
        *m_ledger, m_clock, [this](const PrintJob& job) { m_jobs.append(job); },
        [this](qint64 copyId) { m_cancelled.append(copyId); },
        m_canFlush ? Station::Flush([this](const LabelCopy& copy) { m_flushed.append(copy.id); })
                   : Station::Flush());
    PrinterDescription printer;
    printer.id = QStringLiteral("virtual");
    printer.state = PrinterState::Ready;
    (void)m_station->usePrinter(printer);
}

QList<StationReply> StationTest::scanAll(const QString& text) {
    m_clock.advanceMonotonicMs(1000);
    return m_station->scan({text, {}, QStringLiteral("scanner"), 0});
}

StationReply StationTest::scan(const QString& text) {
    return scanAll(text).first();
}

void StationTest::packSocks() {
    ASSERT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("opened"));
    ASSERT_EQ(outcome(QStringLiteral("6901234500868")), QStringLiteral("order-complete"));
    ASSERT_EQ(m_jobs.size(), 1);
}

QList<StationReply> StationTest::printerTakes(SendReport::End end, PrinterState state) {
    if (m_jobs.isEmpty()) {
        ADD_FAILURE() << "nothing is at the printer";
        return {};
    }
    const PrintJob job = m_jobs.takeFirst();
    const qint64 taken = end == SendReport::End::Accepted ? job.bytes.size() : 0;
    return m_station->printed(job.copyId, {end, taken, state, {}});
}

OrderRecord StationTest::order(const char* shop, const char* number) {
    return m_ledger->orders()
        .find({QLatin1String(shop), QLatin1String(number)})
        .value_or(OrderRecord{});
}

LabelCopy StationTest::copyOf(const OrderRecord& record) {
    const auto parcel = m_ledger->labels().parcelOfOrder(record.id);
    return parcel ? m_ledger->labels().current(parcel->id).value_or(LabelCopy{}) : LabelCopy{};
}

} // namespace packbench
