#include "bench/doctor.h"
#include "bench/dueboard.h"
#include "bench/labellist.h"
#include "ledger/backup.h"
#include "stationfixture.h"

namespace packbench {

TEST_F(StationTest, TheDueBoardPutsOverdueOnTop) {
    const DueBoard board =
        dueBoard(*m_ledger, m_station->settings(), m_station->calendar(), m_clock.now());
    ASSERT_FALSE(board.rows.isEmpty());
    EXPECT_EQ(board.rows.first().key.number, QStringLiteral("717800000006"));
    EXPECT_EQ(board.rows.first().state, DueState::Overdue);
    EXPECT_EQ(board.overdue, 1);
    for (int i = 1; i < board.rows.size(); ++i)
        EXPECT_GE(board.rows.at(i - 1).state, board.rows.at(i).state);
}

TEST_F(StationTest, TheDueBoardLeavesOutWhatIsUnpaidCancelledOrGone) {
    const DueBoard board =
        dueBoard(*m_ledger, m_station->settings(), m_station->calendar(), m_clock.now());
    for (const DueRow& row : board.rows) {
        EXPECT_NE(row.key.number, QStringLiteral("#1011"));
        EXPECT_NE(row.key.number, QStringLiteral("2609210009"));
    }
}

TEST_F(StationTest, GoalsFallIntoTheHourTheyBelongTo) {
    const DueBoard board =
        dueBoard(*m_ledger, m_station->settings(), m_station->calendar(), m_clock.now());
    ASSERT_EQ(board.hours.size(), 8);
    int counted = 0;
    for (const DueHour& hour : board.hours)
        counted += hour.orders;
    int expected = 0;
    for (const DueRow& row : board.rows)
        expected += row.window.goalAt >= board.hours.first().hour &&
                    row.window.goalAt < board.hours.last().hour.plusHours(1);
    EXPECT_EQ(counted, expected);
}

TEST_F(StationTest, TheLabelsPageOffersPrintAgainOnlyBeforeAParcelLeft) {
    signOn();
    packSocks();
    printerTakes();
    auto rows = labelRows(*m_ledger, 10);
    ASSERT_EQ(rows.size(), 1);
    EXPECT_TRUE(rows.first().mayPrintAgain);
    EXPECT_FALSE(rows.first().png.isEmpty());
    EXPECT_TRUE(rows.first().isOurs);
    scan(QStringLiteral("758320014601"));
    rows = labelRows(*m_ledger, 10);
    EXPECT_FALSE(rows.first().mayPrintAgain);
    EXPECT_EQ(rows.first().state, QStringLiteral("dispatched"));
}

TEST_F(StationTest, TheDevicesPageNamesAMissingPrinterFirst) {
    const auto rows = deviceRows(*m_ledger, *m_station, {});
    ASSERT_FALSE(rows.isEmpty());
    EXPECT_EQ(rows.first().kind, QStringLiteral("printer"));
    EXPECT_EQ(rows.first().state, QStringLiteral("unplugged"));
    EXPECT_EQ(rows.first().lamp, Lamp::Stop);
}

TEST_F(StationTest, AReadyPrinterThatWarnsIsToBeSeenTo) {
    PrinterDescription printer = m_station->printer();
    const auto rowOf = [&](const PrinterStatus& status) {
        return deviceRows(*m_ledger, *m_station, {printer}, {{printer.id, status}}).first();
    };
    static_cast<void>(m_station->printerIs(PrinterState::Ready));
    EXPECT_EQ(rowOf({PrinterState::Ready, {}, {}}).lamp, Lamp::Ready);
    EXPECT_EQ(rowOf({PrinterState::Ready, {}, {}}).labelsRemaining, -1);
    const DeviceRow warned = rowOf({PrinterState::Ready, 12, {QStringLiteral("paper-low")}});
    EXPECT_EQ(warned.lamp, Lamp::Look);
    EXPECT_EQ(warned.state, QStringLiteral("ready"));
    EXPECT_EQ(warned.warnings, QStringList{QStringLiteral("paper-low")});
    EXPECT_EQ(warned.labelsRemaining, 12);
}

TEST_F(StationTest, APrinterOfUnknownLanguageAsksForItAndNamesTheLikelyOne) {
    PrinterDescription printer = m_station->printer();
    printer.language = PrinterLanguage::Tspl;
    printer.languageKnown = false;
    printer.languageOffered = printer.asksLanguage = true;
    DeviceRow row = deviceRows(*m_ledger, *m_station, {printer}).first();
    EXPECT_EQ(row.state, QStringLiteral("unknown-language"));
    EXPECT_EQ(row.lamp, Lamp::Look);
    EXPECT_EQ(row.language, QString());
    EXPECT_EQ(row.likelyLanguage, QStringLiteral("tspl"));
    printer.languageKnown = true;
    printer.languageOffered = false;
    row = deviceRows(*m_ledger, *m_station, {printer}).first();
    EXPECT_NE(row.state, QStringLiteral("unknown-language"));
    EXPECT_EQ(row.language, QStringLiteral("tspl"));
    EXPECT_TRUE(row.asksLanguage);
}

TEST_F(StationTest, TheDoctorFindsNothingOnASoundBenchAndNamesWhatIsMissing) {
    const QString backup = m_folder.filePath(QStringLiteral("backup.db"));
    (void)backUp(m_ledger->address(), backup);
    keepBackupRecord(m_ledger->address(), {backup, m_clock.now(), {}, {}});
    EXPECT_EQ(examine(*m_ledger, m_clock), QStringList());
    m_ledger->settings().set(QStringLiteral("label.template"), QStringLiteral("no-such-template"));
    m_ledger->settings().set(QStringLiteral("calendar.name"), QStringLiteral("none"));
    EXPECT_EQ(examine(*m_ledger, m_clock).size(), 2);
}

} // namespace packbench
