// Scans and acts that come with a key: done once, whatever is sent how often.
#include "stationfixture.h"

#include "bench/stationanswer.h"
#include "ledger/auditreader.h"
#include "ledger/brokendisk.h"
#include "ledger/commandkey.h"

namespace packbench {
namespace {

const QString kSocksOrder = QStringLiteral("2609210012");
const QString kSocks = QStringLiteral("6901234500868");
const QString kFirstZto = QStringLiteral("758320014601");
const QString kShirtsOrder = QStringLiteral("2609210001");
const QString kShirt = QStringLiteral("6901234500417");
const QString kOtherColour = QStringLiteral("6901234500424");

class StationKeyTest : public StationTest {
protected:
    QString key() {
        m_clock.advanceMs(1000);
        return newCommandKey(m_clock.now());
    }
    QList<StationReply> send(const QString& key, const QString& text) {
        m_clock.advanceMonotonicMs(1000);
        return m_station->scan({text, {}, QStringLiteral("host"), 0, true, key});
    }
    StationReply answer(const QString& key, const QString& text) { return send(key, text).first(); }
    qsizetype scans() { return m_ledger->scans().newest(10'000).size(); }
};

TEST_F(StationKeyTest, TheSameScanUnderTheSameKeyCountsOnce) {
    signOn();
    scan(kShirtsOrder);
    const QString once = key();
    const StationReply first = answer(once, kShirt);
    EXPECT_EQ(first.outcome, QStringLiteral("accepted"));
    EXPECT_EQ(first.key, once);
    const qsizetype scansBefore = scans();
    for (int i = 0; i < 3; ++i) {
        StationReply again = answer(once, kShirt);
        EXPECT_TRUE(again.isReplay);
        again.isReplay = false;
        EXPECT_EQ(again, first);
    }
    EXPECT_EQ(scans(), scansBefore) << "what is answered is no new scan";
    EXPECT_EQ(order("tmall-women", "2609210001").done.first(), 1);
    restart();
    EXPECT_TRUE(answer(once, kShirt).isReplay) << "though nobody is signed on any more";
}

TEST_F(StationKeyTest, ATriggerThatSendsTwiceUnderTwoKeysIsTwoScans) {
    signOn();
    scan(kShirtsOrder);
    EXPECT_EQ(answer(key(), kShirt).done, 1);
    EXPECT_EQ(answer(key(), kShirt).done, 2);
}

TEST_F(StationKeyTest, AKeyThatStandsForSomethingElseIsRefused) {
    signOn();
    scan(kShirtsOrder);
    const QString once = key();
    static_cast<void>(answer(once, kShirt));
    const StationReply other = answer(once, kOtherColour);
    EXPECT_EQ(other.outcome, QStringLiteral("key-reused"));
    EXPECT_EQ(other.notice.code, NoticeCode::KeyReused);
    EXPECT_EQ(m_ledger->scans().newest(1).first().outcome, QStringLiteral("key-reused"))
        << "a scan is never dropped";
    EXPECT_EQ(answer(once, kShirt).outcome, QStringLiteral("accepted"));
}

TEST_F(StationKeyTest, AKeyThatIsNoneOrTooOldIsRefused) {
    signOn();
    scan(kShirtsOrder);
    EXPECT_EQ(answer(QStringLiteral("12"), kShirt).outcome, QStringLiteral("bad-key"));
    const QString old = newCommandKey(m_clock.now().plusMs(-CommandBook::kKeptMs - 1));
    EXPECT_EQ(answer(old, kShirt).outcome, QStringLiteral("key-too-old"));
    EXPECT_EQ(order("tmall-women", "2609210001").done.first(), 0);
}

TEST_F(StationKeyTest, AScanThatComesAfterLaterOnesIsParkedAndStaysParked) {
    signOn();
    scan(kShirtsOrder);
    const QString late = key();
    EXPECT_EQ(answer(key(), kShirt).outcome, QStringLiteral("accepted"));
    const StationReply parked = answer(late, kShirt);
    EXPECT_EQ(parked.outcome, QStringLiteral("parked"));
    EXPECT_EQ(parked.notice.code, NoticeCode::ScanParked);
    EXPECT_EQ(order("tmall-women", "2609210001").done.first(), 1);
    EXPECT_EQ(m_ledger->scans().newest(1).first().outcome, QStringLiteral("parked"));
    EXPECT_TRUE(answer(late, kShirt).isReplay);
    restart();
    signOn();
    EXPECT_EQ(answer(late, kShirt).outcome, QStringLiteral("parked"));
}

TEST_F(StationKeyTest, AHeldScanSentAgainIsHeldOnce) {
    signOn();
    scan(kShirtsOrder);
    scan(kOtherColour); // wrong
    const QString once = key();
    const QString cup = QStringLiteral("6901234500974"); // on another order: it releases nothing
    EXPECT_EQ(answer(once, cup).outcome, QStringLiteral("scan-held"));
    EXPECT_EQ(answer(once, cup).outcome, QStringLiteral("scan-held"));
    EXPECT_EQ(m_station->snapshot().heldScans.size(), 1);
    scan(QStringLiteral("PBC-OK"));
    const StationReply judged = answer(once, cup);
    EXPECT_TRUE(judged.isReplay);
    EXPECT_NE(judged.outcome, QStringLiteral("scan-held"));
}

TEST_F(StationKeyTest, EveryScanHasAKeyThoughNobodyGaveOne) {
    signOn();
    EXPECT_TRUE(m_ledger->commands().newestOf(m_station->settings().bench));
}

TEST_F(StationKeyTest, PrintAgainUnderAKeyPrintsOnce) {
    signOn();
    packSocks();
    printerTakes();
    const qint64 copy = copyOf(order("tmall-women", "2609210012")).id;
    const QString once = key();
    const QString why = QStringLiteral("smudged");
    EXPECT_EQ(m_station->printAgain(copy, why, once).first().outcome,
              QStringLiteral("print-again"));
    ASSERT_EQ(m_jobs.size(), 1);
    printerTakes();
    const StationReply again = m_station->printAgain(copy, why, once).first();
    EXPECT_TRUE(again.isReplay);
    EXPECT_EQ(again.outcome, QStringLiteral("print-again"));
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).copyNo, 2);
    EXPECT_EQ(m_station->printAgain(copy, QStringLiteral("torn"), once).first().outcome,
              QStringLiteral("key-reused"));
}

TEST_F(StationKeyTest, ARefusedActIsAnsweredTheSameAgain) {
    const QString once = key();
    EXPECT_EQ(m_station->printAgain(99, QStringLiteral("torn"), once).first().outcome,
              QStringLiteral("nothing-to-do"));
    EXPECT_TRUE(m_station->printAgain(99, QStringLiteral("torn"), once).first().isReplay);
}

TEST_F(StationKeyTest, CancelUnderAKeyCancelsOnce) {
    signOn();
    packSocks();
    printerTakes(SendReport::End::NothingSent, PrinterState::Unplugged);
    const qint64 copy = copyOf(order("tmall-women", "2609210012")).id;
    const QString once = key();
    EXPECT_EQ(m_station->cancelLabel(copy, once).first().outcome,
              QStringLiteral("label-cancelled"));
    const qsizetype scansBefore = scans();
    EXPECT_TRUE(m_station->cancelLabel(copy, once).first().isReplay);
    EXPECT_EQ(scans(), scansBefore);
}

TEST_F(StationKeyTest, AnAnswerIsReadAsItWasKept) {
    signOn();
    scan(kShirtsOrder);
    for (const StationReply& reply :
         {scan(kShirt), scan(kOtherColour), scan(QStringLiteral("PBC-OK")), StationReply{}})
        EXPECT_EQ(answerFrom(answerText(reply)), reply) << answerText(reply).toStdString();
    QString foreign = answerText(scan(kShirt));
    foreign.replace(QLatin1String("\"notices\":"), QLatin1String("\"notices\":9"));
    EXPECT_EQ(answerFrom(foreign).notice.code, NoticeCode::AnsweredBefore)
        << "numbered by another Packbench";
}

/// The disk answers some flushes with an error, stored or not.
class StationDoubtTest : public StationKeyTest {
protected:
    StationDoubtTest() {
        const LedgerAddress address = m_ledger->address();
        m_station.reset();
        m_ledger.reset();
        m_disk = std::make_unique<BrokenDisk>();
        m_ledger = Ledger::open(address);
        m_ledger->whenInDoubt([this](int attempt) {
            m_checks += attempt > 0 ? 1 : 0;
            return true;
        });
        restart();
    }
    ~StationDoubtTest() override {
        m_station.reset();
        m_ledger.reset(); // before its disk
    }

    std::unique_ptr<BrokenDisk> m_disk;
    int m_checks = 0;
};

TEST_F(StationDoubtTest, AScanInDoubtIsAnsweredOnceWhetherItWasStoredOrNot) {
    signOn();
    scan(kShirtsOrder);
    scan(QStringLiteral("PBC-QTY-2"));
    m_disk->failSyncs(1);
    EXPECT_EQ(scan(kShirt).done, 2) << "not stored, done again with its quantity";
    EXPECT_EQ(m_checks, 1);
    EXPECT_EQ(order("tmall-women", "2609210001").done.first(), 2);
    EXPECT_EQ(m_ledger->orders().verifications(order("tmall-women", "2609210001").id).size(), 1);
    scan(QStringLiteral("PBC-UNDO"));
    m_disk->failSyncs(2);
    EXPECT_EQ(scan(kShirt).done, 1) << "stored in spite of the error";
    EXPECT_EQ(order("tmall-women", "2609210001").done.first(), 1);
    EXPECT_EQ(m_checks, 2);
}

TEST_F(StationDoubtTest, AWholeParcelGoesThroughWhereverTheDiskFails) {
    const QStringList texts{QStringLiteral("PBU-0417"), kSocksOrder, kSocks};
    for (const QString& text : texts) {
        m_disk->failSyncs(2);
        scan(text);
    }
    m_disk->failSyncs(0);
    ASSERT_EQ(m_jobs.size(), 1) << "one label, sent once";
    m_disk->failSyncs(1);
    printerTakes();
    m_disk->failSyncs(1);
    EXPECT_EQ(outcome(kFirstZto), QStringLiteral("dispatched"));
    m_disk->failSyncs(0);
    EXPECT_EQ(m_ledger->dispatches().list().size(), 1);
    EXPECT_EQ(m_ledger->labels().newest(10).size(), 1);
    EXPECT_EQ(m_ledger->waybills().find(kFirstZto)->state, WaybillState::Dispatched);
    EXPECT_GE(m_checks, 5);
    EXPECT_TRUE(AuditReader(m_ledger->address()).verify().isSound());
}

/// How many flushes in a row fail when the last piece is scanned: its count, the number, the copy
/// and SENDING are recorded one after the other.
class LabelInDoubt : public StationDoubtTest, public testing::WithParamInterface<int> {};
INSTANTIATE_TEST_SUITE_P(Flushes, LabelInDoubt, testing::Range(1, 10));

TEST_P(LabelInDoubt, OneLabelIsSentOnce) {
    signOn();
    scan(kSocksOrder);
    m_disk->failSyncs(GetParam());
    EXPECT_EQ(outcome(kSocks), QStringLiteral("order-complete"));
    m_disk->failSyncs(0);
    ASSERT_EQ(m_jobs.size(), 1);
    const LabelCopy copy = copyOf(order("tmall-women", "2609210012"));
    EXPECT_EQ(copy.copyNo, 1);
    EXPECT_EQ(copy.waybill, kFirstZto);
    EXPECT_EQ(copy.state, CopyState::Sending);
    EXPECT_EQ(m_ledger->orders().verifications(copy.orderId).size(), 1);
    EXPECT_TRUE(AuditReader(m_ledger->address()).verify().isSound());
}

} // namespace
} // namespace packbench
