#include "ledgertest.h"

#include "ledger/auditreader.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace packbench {
namespace {

class AuditTest : public LedgerTest {
protected:
    QList<AuditEntry> entries() {
        QList<AuditEntry> all;
        AuditReader(address()).forEach([&](const AuditEntry& entry) {
            if (entry.bench == ledger().audit().chain())
                all += entry;
        });
        return all;
    }
    AuditEntry newest() { return entries().constLast(); }
    static QJsonObject bodyOf(const AuditEntry& entry) {
        return QJsonDocument::fromJson(entry.body.toUtf8()).object();
    }
    static RawScan raw(const QString& text) {
        return {Instant{5000},
                QStringLiteral("bench-1"),
                QStringLiteral("0417"),
                QStringLiteral("wedge:1"),
                text,
                QStringLiteral("]C1")};
    }
    qint64 givenCopy() {
        LabelCopy copy;
        copy.parcelId = givenParcel();
        copy.waybill = QStringLiteral("SF1");
        copy.reason = QStringLiteral("smudged");
        copy.badge = QStringLiteral("0417");
        return ledger().labels().prepare(copy);
    }
};
ON_BOTH_DATABASES(AuditTest);

TEST_P(AuditTest, AChainBeginsWithWhatTheLedgerHolds) {
    const AuditEntry first = entries().constFirst();
    EXPECT_EQ(first.seq, 1);
    EXPECT_EQ(first.kind, QStringLiteral("begin"));
    EXPECT_EQ(bodyOf(first).value(QStringLiteral("scans")).toInteger(-1), 0);
    EXPECT_GT(first.at.msUtc, 0);
    reopen();
    EXPECT_EQ(entries().size(), 1) << "it begins once";
}

TEST_P(AuditTest, ACartonTakenBackIsToldWithWhoAndWhy) {
    ParcelRecord second = *ledger().labels().parcel(givenParcel());
    ledger().labels().setCartons(second.orderId, 2);
    second.carton = second.cartons = 2;
    second.id = ledger().labels().addParcel(second);
    ledger().labels().takeBack(second, QStringLiteral("mistake"), QStringLiteral("0001"));
    EXPECT_EQ(newest().kind, QStringLiteral("act"));
    EXPECT_EQ(newest().subject, QString::number(second.id));
    EXPECT_EQ(newest().badge, QStringLiteral("0001"));
    EXPECT_EQ(bodyOf(newest()).value(QStringLiteral("act")).toString().toStdString(),
              "carton-taken-back");
    EXPECT_EQ(bodyOf(newest()).value(QStringLiteral("reason")).toString().toStdString(), "mistake");
}

TEST_P(AuditTest, AReleaseIsToldWithWhoAndWhyAndLiftsThatHoldOnly) {
    const auto order = given(someOrder());
    orders().setHold(order.id, Hold::ByService, true);
    orders().setHold(order.id, Hold::ChangedLate, true);
    orders().release(order.id, Hold::ByService, QStringLiteral("found"), QStringLiteral("0001"));
    EXPECT_EQ(orders().byId(order.id)->order.holds, QList<Hold>{Hold::ChangedLate});
    EXPECT_EQ(newest().kind, QStringLiteral("hold"));
    EXPECT_EQ(newest().badge, QStringLiteral("0001"));
    EXPECT_EQ(bodyOf(newest()).value(QStringLiteral("hold")).toString().toStdString(),
              "by-service");
    EXPECT_EQ(bodyOf(newest()).value(QStringLiteral("reason")).toString().toStdString(), "found");
}

TEST_P(AuditTest, TheKeyLiesOutsideForItsOwnerOnly) {
    const QString place = auditKeyPath(address());
    ASSERT_TRUE(QFile::exists(place));
    EXPECT_FALSE(isForAllEyes(place));
    const auto key = readAuditKey(place);
    ASSERT_TRUE(key);
    EXPECT_EQ(key->secret.size(), 32);
    EXPECT_EQ(key->chain, ledger().audit().chain());
    close();
    if (!isPostgres()) {
        QFile file(address().path);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_FALSE(file.readAll().contains(key->secret));
    }
}

TEST_P(AuditTest, AVerdictIsOneEntryWithTheRawScan) {
    const auto order = given(someOrder());
    const qsizetype before = entries().size();
    const qint64 id =
        ledger().scans().record(raw(QStringLiteral("69\"01\n")), ScanJournal::Flush::WithVerdict);
    ledger().scans().judged(id, QStringLiteral("item"), QStringLiteral("accepted"), order.id);
    ASSERT_EQ(entries().size(), before + 1);
    const AuditEntry entry = newest();
    EXPECT_EQ(entry.kind, QStringLiteral("scan"));
    EXPECT_EQ(entry.subject, QString::number(id));
    EXPECT_EQ(entry.badge, QStringLiteral("0417"));
    const QJsonObject body = bodyOf(entry);
    EXPECT_EQ(body.value(QStringLiteral("text")).toString(), QStringLiteral("69\"01\n"));
    EXPECT_EQ(body.value(QStringLiteral("outcome")).toString(), QStringLiteral("accepted"));
    EXPECT_EQ(body.value(QStringLiteral("order")).toInteger(), order.id);
}

TEST_P(AuditTest, AHeldScanIsInTheChainBeforeItsVerdict) {
    const qint64 id = ledger().scans().record(raw(QStringLiteral("a")));
    EXPECT_EQ(bodyOf(newest()).value(QStringLiteral("outcome")).toString(), QString());
    reopen(); // what was recorded by another connection is read when it is judged
    ledger().scans().judged(id, QStringLiteral("item"), QStringLiteral("accepted"), 0);
    EXPECT_EQ(bodyOf(newest()).value(QStringLiteral("text")).toString(), QStringLiteral("a"));
}

TEST_P(AuditTest, EveryStateOfACopyAndOfANumberIsAnEntry) {
    const qint64 copy = givenCopy();
    EXPECT_EQ(newest().badge, QStringLiteral("0417"));
    EXPECT_EQ(bodyOf(newest()).value(QStringLiteral("reason")).toString(),
              QStringLiteral("smudged"));
    ledger().labels().setState(copy, CopyState::Sending, Instant{1});
    EXPECT_EQ(ledger().labels().sendingBecomesUncertain(Instant{2}), 1);
    EXPECT_EQ(newest().subject, QString::number(copy));
    EXPECT_EQ(bodyOf(newest()).value(QStringLiteral("state")).toString(),
              QStringLiteral("uncertain"));
    const qsizetype before = entries().size();
    EXPECT_EQ(ledger().labels().sendingBecomesUncertain(Instant{3}), 0);
    EXPECT_EQ(entries().size(), before);
    (void)ledger().waybills().add(QStringLiteral("SF9"), QStringLiteral("sf"));
    const qint64 parcel = ledger().labels().copy(copy)->parcelId;
    ASSERT_TRUE(ledger().waybills().reserve(QStringLiteral("sf"), parcel));
    EXPECT_EQ(newest().subject, QStringLiteral("SF9"));
    ledger().waybills().setState(QStringLiteral("SF9"), WaybillState::Void);
    EXPECT_EQ(bodyOf(newest()).value(QStringLiteral("before")).toString(),
              QStringLiteral("reserved"));
}

TEST_P(AuditTest, OverridesAndSettingsAreEntriesWithWhoAndWhen) {
    const int owner = 0;
    ledger().audit().asks(&owner, [] {
        return AuditTrail::Moment{Instant{77}, QStringLiteral("0001")};
    });
    ledger().settings().set(QStringLiteral("bench.name"), QStringLiteral("b"));
    EXPECT_EQ(newest().kind, QStringLiteral("setting"));
    EXPECT_EQ(newest().badge, QStringLiteral("0001"));
    EXPECT_EQ(newest().at, Instant{77});
    const auto order = given(someOrder());
    ledger().orders().setHold(order.id, Hold::ByService, true);
    EXPECT_EQ(newest().kind, QStringLiteral("hold"));
    ledger().staff().put({QStringLiteral("9"), QStringLiteral("nine"), Role::Packer});
    EXPECT_EQ(newest().kind, QStringLiteral("staff"));
    (void)ledger().templates().save({QStringLiteral("t"), 0, "{}", Instant{1},
                                     QStringLiteral("0001"),
                                     QStringLiteral("the code is small on purpose")});
    EXPECT_EQ(bodyOf(newest()).value(QStringLiteral("decision")).toString(),
              QStringLiteral("the code is small on purpose"));
    ledger().audit().forgets(&owner);
}

TEST_P(AuditTest, AnEntryGoesWithItsEffectOrNotAtAll) {
    const AuditHead before = ledger().audit().head();
    {
        Transaction transaction(ledger());
        ledger().settings().set(QStringLiteral("a"), QStringLiteral("b"));
    }
    EXPECT_EQ(ledger().audit().head(), before);
    {
        Transaction transaction(ledger());
        ledger().settings().set(QStringLiteral("a"), QStringLiteral("b"));
        ledger().settings().set(QStringLiteral("c"), QStringLiteral("d"));
        transaction.commit();
    }
    EXPECT_EQ(ledger().audit().head().seq, before.seq + 2);
    EXPECT_TRUE(AuditReader(address()).verify().isSound());
}

TEST_P(AuditTest, NobodyRewritesTheChain) {
    close();
    for (const char* sql : {"DELETE FROM audit_entry", "UPDATE audit_entry SET body = '{}'",
                            "UPDATE audit_entry SET badge = 'x' WHERE seq = 1",
                            "DELETE FROM audit_entry WHERE seq = 1"})
        EXPECT_FALSE(runRaw(QString::fromUtf8(sql)).isEmpty()) << sql;
    if (isPostgres()) {
        EXPECT_FALSE(runRaw(QStringLiteral("TRUNCATE audit_entry")).isEmpty());
    } else {
        EXPECT_EQ(runRaw(QStringLiteral("INSERT OR REPLACE INTO audit_entry SELECT bench, seq, at, "
                                        "kind, subject, 'x', body, mac FROM audit_entry")),
                  QString());
    }
    reopen();
    EXPECT_NE(entries().constFirst().badge, QStringLiteral("x"));
}

TEST_P(AuditTest, TwoProgramsOfOneBenchKeepOneChain) {
    if (!isPostgres())
        GTEST_SKIP() << "an SQLite ledger is open once";
    const auto other = Ledger::open(address());
    ASSERT_EQ(other->audit().chain(), ledger().audit().chain());
    for (int i = 0; i < 5; ++i) {
        ledger().settings().set(QStringLiteral("a"), QString::number(i));
        other->settings().set(QStringLiteral("b"), QString::number(i));
    }
    EXPECT_EQ(ledger().audit().head().seq, 11);
    EXPECT_TRUE(AuditReader(address()).verify().isSound());
}

TEST_P(AuditTest, TheHeadIsWrittenOutsideAtIntervalsAndAtTheEnd) {
    QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("heads"));
    ledger().settings().set(QLatin1String(kAuditHeadFile), place);
    for (int i = 0; i < 60; ++i)
        ledger().settings().set(QStringLiteral("a"), QString::number(i));
    ASSERT_EQ(readAuditHeads(place).size(), 1);
    const qint64 written = readAuditHeads(place).constFirst().seq;
    EXPECT_GE(written, 50);
    const AuditHead last = ledger().audit().head();
    close();
    EXPECT_EQ(readAuditHeads(place).constFirst().text(), last.text());
    EXPECT_TRUE(AuditReader(address()).verify().isSound());
}

TEST(AuditHeadTest, IsAChainANumberAndSixteenDigits) {
    const AuditHead head{QStringLiteral("bench-1-0a0b0c0d"), 42, QByteArray(32, '\x5a')};
    EXPECT_EQ(head.text(), QStringLiteral("bench-1-0a0b0c0d 42 5a5a5a5a5a5a5a5a"));
    EXPECT_EQ(auditHeadFromText(head.text())->seq, 42);
    EXPECT_FALSE(auditHeadFromText(QStringLiteral("bench-1 x 5a5a5a5a5a5a5a5a")));
    EXPECT_FALSE(auditHeadFromText(QStringLiteral("bench-1 1 5a5a")));
}

TEST(AuditHeadTest, AHeadThatIsAheadIsNotOverwritten) {
    QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("heads"));
    const auto head = [](const char* chain, qint64 seq) {
        return AuditHead{QLatin1String(chain), seq, QByteArray(8, 'x')};
    };
    EXPECT_EQ(writeAuditHead(place, head("a", 7)), HeadWritten::Yes);
    EXPECT_EQ(writeAuditHead(place, head("b", 1)), HeadWritten::Yes);
    EXPECT_EQ(writeAuditHead(place, head("a", 6)), HeadWritten::Ahead);
    EXPECT_EQ(writeAuditHead(place, head("a", 8)), HeadWritten::Yes);
    ASSERT_EQ(readAuditHeads(place).size(), 2);
    EXPECT_EQ(readAuditHeads(place).constLast().seq, 8);
    EXPECT_EQ(writeAuditHead(folder.filePath(QStringLiteral("no/folder")), head("a", 1)),
              HeadWritten::Failed);
}

TEST(AuditHeadTest, AnotherFileIsNoPlaceForHeads) {
    QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("heads"));
    EXPECT_TRUE(mayBeHeadFile(place));
    EXPECT_EQ(writeAuditHead(place, {QStringLiteral("a"), 7, QByteArray(8, 'x')}),
              HeadWritten::Yes);
    EXPECT_TRUE(mayBeHeadFile(place)) << "it holds heads";
    const QString letter = folder.filePath(QStringLiteral("letter.txt"));
    QFile file(letter);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write("Dear customer\n") > 0);
    file.close();
    EXPECT_FALSE(mayBeHeadFile(letter));
    EXPECT_FALSE(mayBeHeadFile(folder.path()));
    EXPECT_FALSE(mayBeHeadFile(folder.filePath(QStringLiteral("no/folder"))));
    EXPECT_FALSE(mayBeHeadFile(QStringLiteral("heads"))) << "another program starts elsewhere";
}

TEST(AuditSealTest, TheSealedTextIsCanonicalAndTheSealKnown) {
    const AuditEntry entry{QStringLiteral("b"),  1,
                           Instant{2},           QStringLiteral("scan"),
                           QStringLiteral("3"),  QStringLiteral("包"),
                           QStringLiteral("{}"), {}};
    EXPECT_EQ(sealedText(entry, QByteArray("xy")),
              QByteArray("17:packbench-audit-1,1:b,1:1,1:2,4:scan,1:3,3:\xe5\x8c\x85,2:{},2:xy,"));
    // python3 -c 'import hmac; print(hmac.new(b"k"*32, TEXT, "sha256").hexdigest())'
    AuditSeal seal(QByteArray(32, 'k'));
    EXPECT_EQ(seal.of(entry, QByteArray("xy")).toHex(),
              QByteArray("68890f063ad6107928e1163b4c2f85a472044f4adb75c38abf35e9837d979c0b"));
    EXPECT_EQ(seal.of(entry, QByteArray("xy")), seal.of(entry, QByteArray("xy")));
    EXPECT_NE(seal.of(entry, QByteArray("xz")), seal.of(entry, QByteArray("xy")));
}

} // namespace
} // namespace packbench
