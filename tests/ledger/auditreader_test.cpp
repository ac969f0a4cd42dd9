#include "ledgertest.h"
#include "oldledger.h"

#include "ledger/auditreader.h"

#include <QFile>

namespace packbench {
namespace {

/// Tampers with a closed ledger as whoever owns its file can: past the triggers.
class AuditReaderTest : public LedgerTest {
protected:
    static constexpr int kEntries = 12;

    void SetUp() override {
        LedgerTest::SetUp();
        if (IsSkipped())
            return;
        m_chain = ledger().audit().chain();
        for (qint64 i = ledger().audit().head().seq; i < kEntries; ++i)
            ledger().settings().set(QStringLiteral("s%1").arg(i), QString::number(i));
    }
    void unlock(const char* table) {
        for (const char* trigger : {"_stays", "_is_written_once", "_is_not_replaced"}) {
            const QString name = QLatin1String(table) + QLatin1String(trigger);
            (void)runRaw(
                isPostgres()
                    ? QStringLiteral("DROP TRIGGER %1 ON %2").arg(name, QLatin1String(table))
                    : QStringLiteral("DROP TRIGGER %1").arg(name));
        }
    }
    void tamper(const QString& sql) {
        close();
        unlock("audit_entry");
        ASSERT_EQ(runRaw(QString(sql).replace(QLatin1String("MINE"),
                                              QStringLiteral("bench = '%1'").arg(m_chain))),
                  QString());
    }
    void drop(const char* table, std::initializer_list<const char*> triggers) {
        for (const char* trigger : triggers)
            EXPECT_EQ(runRaw(isPostgres()
                                 ? QStringLiteral("DROP TRIGGER %1 ON %2")
                                       .arg(QLatin1String(trigger), QLatin1String(table))
                                 : QStringLiteral("DROP TRIGGER %1").arg(QLatin1String(trigger))),
                      QString());
    }
    /// A parcel that left.
    qint64 givenGone() {
        DispatchRecord dispatch;
        dispatch.parcelId = givenParcel();
        dispatch.orderId = ledger().labels().parcel(dispatch.parcelId)->orderId;
        dispatch.waybill = QStringLiteral("SF%1").arg(dispatch.parcelId);
        dispatch.dispatchedAt = {1000};
        ledger().dispatches().add(dispatch);
        return dispatch.parcelId;
    }
    AuditVerdict verdict(const AuditReader::Outside& outside = {}) {
        return AuditReader(address()).verify(outside);
    }
    void expectFirst(const char* what, qint64 seq, const AuditReader::Outside& outside = {}) {
        const AuditVerdict found = verdict(outside);
        ASSERT_FALSE(found.isSound());
        EXPECT_EQ(found.findings.constFirst().what, QLatin1String(what));
        EXPECT_EQ(found.findings.constFirst().seq, seq);
        EXPECT_FALSE(found.findings.constFirst().sentence.isEmpty());
    }
    bool isFound(const char* what, const QString& subject) {
        const AuditVerdict found = verdict();
        return std::any_of(
            found.findings.cbegin(), found.findings.cend(), [&](const AuditFinding& finding) {
                return finding.what == QLatin1String(what) && finding.subject == subject;
            });
    }
    AuditReader::Outside head(qint64 seq) {
        AuditHead known;
        AuditReader(address()).forEach([&](const AuditEntry& entry) {
            if (entry.bench == m_chain && entry.seq == seq)
                known = {entry.bench, entry.seq, entry.mac.left(8)};
        });
        return {{}, {known}};
    }

    QString m_chain;
};
ON_BOTH_DATABASES(AuditReaderTest);

TEST_P(AuditReaderTest, AnUntouchedChainIsSound) {
    const AuditVerdict found = verdict(head(kEntries));
    EXPECT_TRUE(found.isSound());
    EXPECT_GE(found.rows, kEntries);
    close();
    EXPECT_TRUE(verdict().isSound());
}

TEST_P(AuditReaderTest, AnEditedEntryIsNamed) {
    tamper(QStringLiteral("UPDATE audit_entry SET badge = 'x' WHERE MINE AND seq = 6"));
    expectFirst("edited", 6);
    EXPECT_EQ(verdict().found, 1) << "those behind it are untouched";
    for (const char* field : {"at = 1", "kind = 'staff'", "subject = 'x'", "body = '{}'"}) {
        ASSERT_EQ(runRaw(QStringLiteral("UPDATE audit_entry SET %1 WHERE bench = '%2' AND seq = 8")
                             .arg(QLatin1String(field), m_chain)),
                  QString());
        // What the entry told is not told any more then, which is a finding of its own.
        const QList<AuditFinding> findings = verdict().findings;
        EXPECT_EQ(std::count_if(
                      findings.cbegin(), findings.cend(),
                      [](const AuditFinding& one) { return one.what == QLatin1String("edited"); }),
                  2)
            << field;
    }
}

TEST_P(AuditReaderTest, ADeletedEntryIsNamed) {
    tamper(QStringLiteral("DELETE FROM audit_entry WHERE MINE AND seq = 5"));
    expectFirst("deleted", 5);
}

TEST_P(AuditReaderTest, ADeletedBeginningIsNamed) {
    tamper(QStringLiteral("DELETE FROM audit_entry WHERE MINE AND seq <= 2"));
    expectFirst("deleted", 1);
}

TEST_P(AuditReaderTest, DeletedAndClosedUpIsStillFoundWhereItWas) {
    tamper(QStringLiteral("DELETE FROM audit_entry WHERE MINE AND seq = 5"));
    for (int seq = 6; seq <= kEntries; ++seq)
        ASSERT_EQ(runRaw(QStringLiteral("UPDATE audit_entry SET seq = %1 WHERE bench = '%2' AND "
                                        "seq = %3")
                             .arg(seq - 1)
                             .arg(m_chain)
                             .arg(seq)),
                  QString());
    const AuditVerdict found = verdict();
    ASSERT_FALSE(found.isSound());
    EXPECT_EQ(found.findings.constFirst().seq, 5);
}

TEST_P(AuditReaderTest, TwoExchangedEntriesAreNamed) {
    tamper(QStringLiteral("UPDATE audit_entry SET seq = 999 WHERE MINE AND seq = 4"));
    for (const char* step : {"seq = 4 WHERE seq = 5", "seq = 5 WHERE seq = 999"})
        ASSERT_EQ(runRaw(QStringLiteral("UPDATE audit_entry SET %1 AND bench = '%2'")
                             .arg(QLatin1String(step), m_chain)),
                  QString());
    expectFirst("reordered", 4);
}

TEST_P(AuditReaderTest, AnEntryPutInIsNamed) {
    close();
    unlock("audit_entry");
    for (int seq = kEntries; seq >= 7; --seq)
        ASSERT_EQ(runRaw(QStringLiteral("UPDATE audit_entry SET seq = %1 WHERE bench = '%2' AND "
                                        "seq = %3")
                             .arg(seq + 1)
                             .arg(m_chain)
                             .arg(seq)),
                  QString());
    ASSERT_EQ(runRaw(QStringLiteral("INSERT INTO audit_entry SELECT bench, 7, at, kind, 'forged', "
                                    "badge, body, mac FROM audit_entry WHERE bench = '%1' AND seq "
                                    "= 3")
                         .arg(m_chain)),
              QString());
    expectFirst("inserted", 7);
}

TEST_P(AuditReaderTest, ACutTailIsFoundWithTheHeadFromOutsideOnly) {
    const auto outside = head(kEntries);
    tamper(QStringLiteral("DELETE FROM audit_entry WHERE MINE AND seq > 9"));
    EXPECT_TRUE(verdict().isSound());
    expectFirst("tail-cut", 10, outside);
}

TEST_P(AuditReaderTest, AChainCutOffWhollyIsFoundByTheHead) {
    const auto outside = head(kEntries);
    tamper(QStringLiteral("DELETE FROM audit_entry WHERE MINE"));
    const AuditVerdict found = verdict(outside);
    EXPECT_TRUE(std::any_of(found.findings.cbegin(), found.findings.cend(),
                            [](const AuditFinding& one) { return one.what == u"tail-cut"; }));
}

TEST_P(AuditReaderTest, ATailSealedAnewIsFoundByTheHead) {
    AuditReader::Outside outside = head(kEntries);
    outside.heads[0].mac = QByteArray(8, 'x');
    expectFirst("head-differs", kEntries, outside);
}

TEST_P(AuditReaderTest, AHeadInTheSettingsFileFindsACutTail) {
    QTemporaryDir folder;
    ledger().settings().set(QLatin1String(kAuditHeadFile),
                            folder.filePath(QStringLiteral("heads")));
    tamper(QStringLiteral("DELETE FROM audit_entry WHERE MINE AND seq > 11"));
    expectFirst("tail-cut", 12);
    reopen(); // works on, and does not cover up what is known outside
    ledger().settings().set(QStringLiteral("a"), QStringLiteral("b"));
    close();
    EXPECT_FALSE(verdict().isSound());
}

TEST_P(AuditReaderTest, AMissingKeyIsSaid) {
    close();
    const QString place = auditKeyPath(address());
    const auto key = readAuditKey(place);
    ASSERT_TRUE(QFile::rename(place, place + QStringLiteral(".away")));
    expectFirst("no-key", 0);
    EXPECT_TRUE(verdict({{*key}, {}}).isSound()) << "a copy of it will do";
}

TEST_P(AuditReaderTest, AKeyOfAnotherBenchIsSaid) {
    AuditKey other{QStringLiteral("bench-9-00000000"), QByteArray(32, 'k')};
    expectFirst("wrong-key", 0, {{other}, {}});
}

TEST_P(AuditReaderTest, ABenchWhoseKeyIsLostBeginsAChainOfItsOwn) {
    close();
    ASSERT_TRUE(QFile::remove(auditKeyPath(address())));
    reopen();
    EXPECT_NE(ledger().audit().chain(), m_chain);
    EXPECT_EQ(ledger().audit().head().seq, 1);
    const AuditVerdict found = verdict();
    EXPECT_TRUE(found.unchecked.contains(m_chain));
    EXPECT_EQ(found.isSound(), isPostgres()) << "there it may be another bench's";
}

TEST_P(AuditReaderTest, ADamagedKeyStopsTheBenchWithASentence) {
    close();
    QFile file(auditKeyPath(address()));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("packbench audit key 1\nbench b\nsecret 00\n");
    file.close();
    EXPECT_EQ(faultOf([&] { reopen(); }), LedgerError::Code::CannotOpen);
    EXPECT_TRUE(sentenceOf([&] { reopen(); }).contains(QLatin1String("damaged")));
    ASSERT_TRUE(file.remove());
}

TEST_P(AuditReaderTest, AKeyThatOthersMayReadIsSaid) {
    QFile::setPermissions(auditKeyPath(address()), QFile::ReadOwner | QFile::ReadOther);
    expectFirst("key-readable", 0);
}

TEST_P(AuditReaderTest, AScanThatWasChangedOrTakenOutIsNamed) {
    QList<qint64> ids;
    for (int i = 0; i < 4; ++i) {
        ids += ledger().scans().record({});
        ledger().scans().judged(ids.constLast(), {}, QStringLiteral("accepted"), 0);
    }
    close();
    for (const char* trigger : {"scan_stays", "scan_is_judged_once"})
        (void)runRaw(isPostgres()
                         ? QStringLiteral("DROP TRIGGER %1 ON scan").arg(QLatin1String(trigger))
                         : QStringLiteral("DROP TRIGGER %1").arg(QLatin1String(trigger)));
    EXPECT_TRUE(verdict().isSound());
    (void)runRaw(
        QStringLiteral("UPDATE scan SET outcome = 'wrong-item' WHERE id = %1").arg(ids[1]));
    (void)runRaw(QStringLiteral("DELETE FROM scan WHERE id = %1").arg(ids[2]));
    (void)runRaw(QStringLiteral("INSERT INTO scan (at, bench, badge, device, text, aim, outcome) "
                                "VALUES (1, '', '', '', 'x', '', 'accepted')"));
    EXPECT_TRUE(isFound("scan-differs", QString::number(ids[1])));
    EXPECT_TRUE(isFound("scan-gone", QString::number(ids[2])));
    EXPECT_TRUE(isFound("scan-not-in-chain", QString::number(ids[3] + 1)));
    EXPECT_EQ(verdict().found, 4) << "the one taken out has an entry before its verdict, too";
}

TEST_P(AuditReaderTest, ACopyOrNumberWhoseStateWasChangedIsNamed) {
    LabelCopy copy;
    copy.parcelId = givenParcel();
    copy.waybill = QStringLiteral("SF1");
    const qint64 id = ledger().labels().prepare(copy);
    ASSERT_TRUE(ledger().waybills().reserveNumber(copy.waybill, {}, copy.parcelId));
    ledger().labels().setState(id, CopyState::Sending, Instant{1});
    close();
    EXPECT_TRUE(verdict().isSound());
    (void)runRaw(QStringLiteral("UPDATE label_copy SET state = 'bound'"));
    (void)runRaw(QStringLiteral("UPDATE waybill SET state = 'bound'"));
    EXPECT_TRUE(isFound("copy-differs", QString::number(id)));
    EXPECT_TRUE(isFound("waybill-differs", copy.waybill));
    (void)runRaw(QStringLiteral("UPDATE label_copy SET state = 'sending', copy_no = 2"));
    EXPECT_TRUE(isFound("copy-differs", QString::number(id)));
}

TEST_P(AuditReaderTest, AnOrderWhoseStateWasChangedIsNamed) {
    const qint64 packed = given(someOrder()).id;
    const qint64 givenUp = given(someOrder()).id;
    const qint64 untouched = given(someOrder()).id;
    const qint64 gone = given(someOrder()).id;
    for (const qint64 id : {packed, givenUp, gone})
        orders().setState(id, OrderState::Packed);
    orders().setState(givenUp, OrderState::Open);
    orders().setState(gone, OrderState::Dispatched);
    close();
    const QString set = QStringLiteral("UPDATE shop_order SET state = '%1' WHERE id = %2");
    EXPECT_EQ(runRaw(set.arg(QStringLiteral("cancelled")).arg(givenUp)), QString());
    EXPECT_TRUE(verdict().isSound()) << "an import may cancel it";
    EXPECT_EQ(runRaw(set.arg(QStringLiteral("open")).arg(packed)), QString());
    EXPECT_EQ(runRaw(set.arg(QStringLiteral("packed")).arg(untouched)), QString());
    EXPECT_EQ(runRaw(set.arg(QStringLiteral("packed")).arg(gone)), QString());
    EXPECT_TRUE(isFound("order-differs", QString::number(packed))) << "it may be packed again";
    EXPECT_TRUE(isFound("order-not-in-chain", QString::number(untouched)));
    EXPECT_TRUE(isFound("order-differs", QString::number(gone)));
    EXPECT_EQ(verdict().found, 3);
}

TEST_P(AuditReaderTest, AHandOverListThatWasChangedIsNamed) {
    const qint64 first = givenGone();
    const qint64 second = givenGone();
    Handover list;
    list.courier = QStringLiteral("sf");
    list.driver = QStringLiteral("Zhao");
    list.id = ledger().handovers().open(list);
    ledger().handovers().add(list.id, first, {2000}, QStringLiteral("0417"));
    list.closedAt = Instant{3000};
    list.counted = 1;
    list.signedBy = list.driver;
    ledger().handovers().close(list);
    close();
    EXPECT_TRUE(verdict().isSound());
    drop("handover", {"handover_is_signed_once"});
    drop("handover_parcel", {"handover_parcel_stays", "handover_parcel_joins_open_list"});
    const QString id = QString::number(list.id);
    EXPECT_EQ(runRaw(QStringLiteral("UPDATE handover SET driver = 'Qian' WHERE id = ") + id),
              QString());
    EXPECT_TRUE(isFound("handover-differs", id));
    EXPECT_EQ(
        runRaw(QStringLiteral("UPDATE handover SET driver = 'Zhao', counted = 2 WHERE id = ") + id),
        QString());
    EXPECT_TRUE(isFound("handover-differs", id));
    EXPECT_EQ(runRaw(QStringLiteral("DELETE FROM handover_parcel")), QString());
    EXPECT_TRUE(isFound("handover-gone", QString::number(first)));
    EXPECT_EQ(runRaw(QStringLiteral("INSERT INTO handover_parcel (parcel_id, handover_id, at, "
                                    "badge) VALUES (%1, %2, 2000, '')")
                         .arg(second)
                         .arg(list.id)),
              QString());
    EXPECT_TRUE(isFound("handover-not-in-chain", QString::number(second)));
}

TEST_P(AuditReaderTest, ALedgerFromBeforeTheChainsSaysSo) {
    close();
    const QString everything =
        isPostgres() ? QStringLiteral("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
                     : QString();
    if (isPostgres()) {
        ASSERT_EQ(runRaw(everything), QString());
    } else {
        for (const char* companion : {"", "-wal", "-shm"})
            QFile::remove(address().path + QLatin1String(companion));
    }
    constexpr int kBeforeTheChains = 4;
    makeOldLedger(address(), kBeforeTheChains);
    expectFirst("no-chain", 0);
    reopen();
    EXPECT_EQ(ledger().audit().head().seq, 1);
    EXPECT_TRUE(verdict().isSound()) << "what was there before is no finding";
}

} // namespace
} // namespace packbench
