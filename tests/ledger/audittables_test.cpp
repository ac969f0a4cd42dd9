#include "ledgertest.h"

#include "ledger/auditreader.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace packbench {
namespace {

/// Tampers with the tables of a closed ledger, past the triggers, and leaves the chain alone.
class AuditTablesTest : public LedgerTest {
protected:
    void tamper(const char* table, std::initializer_list<const char*> triggers,
                const QString& sql) {
        close();
        if (isPostgres()) {
            ASSERT_EQ(runRaw(QStringLiteral("ALTER TABLE %1 DISABLE TRIGGER USER")
                                 .arg(QLatin1String(table))),
                      QString());
        }
        for (const char* trigger : triggers) {
            if (!isPostgres())
                (void)runRaw(QStringLiteral("DROP TRIGGER %1").arg(QLatin1String(trigger)));
        }
        ASSERT_EQ(runRaw(sql), QString());
    }
    AuditVerdict verdict() { return AuditReader(address()).verify(); }
    void expectSound() {
        const AuditVerdict found = verdict();
        EXPECT_TRUE(found.isSound())
            << (found.findings.isEmpty() ? std::string()
                                         : found.findings.constFirst().sentence.toStdString());
    }
    void expectOnly(const char* what, const QString& subject) {
        const AuditVerdict found = verdict();
        ASSERT_EQ(found.found, 1);
        EXPECT_EQ(found.findings.constFirst().what, QLatin1String(what));
        EXPECT_EQ(found.findings.constFirst().subject, subject);
        EXPECT_FALSE(found.findings.constFirst().sentence.contains(u'%'));
    }
    AuditEntry newest() {
        AuditEntry last;
        AuditReader(address()).forEach([&](const AuditEntry& entry) {
            if (entry.bench == ledger().audit().chain())
                last = entry;
        });
        return last;
    }

    qint64 givenGone() {
        DispatchRecord dispatch;
        dispatch.parcelId = givenParcel();
        dispatch.orderId = ledger().labels().parcel(dispatch.parcelId)->orderId;
        dispatch.waybill = QStringLiteral("SF%1").arg(dispatch.parcelId);
        dispatch.badge = QStringLiteral("0417");
        dispatch.dispatchedAt = {1000};
        ledger().dispatches().add(dispatch);
        return dispatch.parcelId;
    }
    /// For the second parcel, which did not leave.
    QString forgedDispatch() {
        const qint64 parcel = givenParcel();
        return QStringLiteral("INSERT INTO dispatch (parcel_id, order_id, waybill, courier, "
                              "dispatched_at, badge, operator_name, bench, in_goal, in_limit, "
                              "late_reason) VALUES (%1, %2, 'SF9', 'sf', 1, '', '', '', TRUE, "
                              "TRUE, '')")
            .arg(parcel)
            .arg(ledger().labels().parcel(parcel)->orderId);
    }
    void tamperDispatch(const QString& set) {
        tamper("dispatch", {"dispatch_stays", "dispatch_keeps_its_facts"},
               QStringLiteral("UPDATE dispatch SET ") + set);
    }
    /// A piece that was scanned.
    qint64 givenVerified(qint64 order, int line = 0) {
        Transaction transaction(ledger());
        Verification how;
        how.scanId = ledger().scans().record({});
        how.orderId = order;
        how.line = line;
        how.serial = QStringLiteral("S-%1").arg(how.scanId);
        how.how = QStringLiteral("serial");
        how.badge = QStringLiteral("0417");
        how.at = {5000};
        const qint64 id = orders().verify(how);
        ledger().scans().judged(how.scanId, QStringLiteral("item"), QStringLiteral("accepted"),
                                order);
        transaction.commit();
        return id;
    }
    void tamperVerification(const QString& sql) {
        tamper("verification", {"verification_stays", "verification_is_only_undone"}, sql);
    }
    qint64 givenReprint() {
        LabelCopy copy;
        copy.parcelId = givenParcel();
        copy.waybill = QStringLiteral("SF1");
        copy.badge = QStringLiteral("0417");
        (void)ledger().labels().prepare(copy);
        copy.reason = QStringLiteral("smudged");
        return ledger().labels().prepare(copy);
    }
};
ON_BOTH_DATABASES(AuditTablesTest);

TEST_P(AuditTablesTest, ADispatchThatWasPutInIsNamed) {
    givenGone();
    const QString forged = forgedDispatch();
    close();
    expectSound();
    ASSERT_EQ(runRaw(forged), QString());
    expectOnly("dispatch-not-in-chain", QString::number(2));
}

TEST_P(AuditTablesTest, OneMoreThanBeforeTheChainIsCounted) {
    givenGone();
    const QString forged = forgedDispatch();
    tamper("audit_entry", {"audit_entry_stays"}, QStringLiteral("DELETE FROM audit_entry"));
    reopen(); // the chain begins, with what is there
    close();
    expectSound();
    ASSERT_EQ(runRaw(forged), QString());
    expectOnly("dispatch-not-in-chain", QString::number(1));
    EXPECT_TRUE(verdict().findings.constFirst().sentence.contains(QLatin1String("1 were there")));
}

TEST_P(AuditTablesTest, EveryFactOfADispatchIsCompared) {
    const qint64 parcel = givenGone();
    tamperDispatch(QStringLiteral("courier = courier"));
    expectSound();
    for (const char* fact : {"courier = 'jd'", "in_limit = FALSE", "bench = 'b'", "badge = '0001'",
                             "waybill = 'SF0'", "dispatched_at = 999"}) {
        const QString before = QStringLiteral(
            "courier = '', in_limit = TRUE, bench = '', badge = '0417', dispatched_at = 1000, "
            "waybill = 'SF%1'");
        tamperDispatch(QLatin1String(fact));
        expectOnly("dispatch-differs", QString::number(parcel));
        tamperDispatch(before.arg(parcel));
    }
    tamper("dispatch", {}, QStringLiteral("DELETE FROM dispatch"));
    expectOnly("dispatch-gone", QString::number(parcel));
}

TEST_P(AuditTablesTest, ALateReasonThatWasChangedIsNamed) {
    const qint64 parcel = givenGone();
    ledger().dispatches().setLateReason(parcel, QStringLiteral("no-stock"));
    ledger().dispatches().setLateReason(parcel, QStringLiteral("courier-late"));
    close();
    expectSound();
    tamperDispatch(QStringLiteral("late_reason = 'no-stock'"));
    expectOnly("dispatch-differs", QString::number(parcel));
    EXPECT_TRUE(verdict().findings.constFirst().sentence.contains(QLatin1String("lateReason")));
}

TEST_P(AuditTablesTest, AVerificationGoesWithItsScansEntry) {
    const auto order = given(someOrder());
    const qint64 before = ledger().audit().head().seq;
    const qint64 id = givenVerified(order.id);
    EXPECT_EQ(ledger().audit().head().seq, before + 2) << "one of the scan, one of the verdict";
    const QJsonObject body = QJsonDocument::fromJson(newest().body.toUtf8()).object();
    EXPECT_EQ(body.value(QStringLiteral("verified")).toInteger(), id);
    EXPECT_EQ(body.value(QStringLiteral("facts")).toString().size(), 16);
    EXPECT_EQ(body.value(QStringLiteral("outcome")).toString(), QStringLiteral("accepted"));
    expectSound();
}

TEST_P(AuditTablesTest, AVerificationThatWasTakenOutIsNamed) {
    const auto order = given(someOrder());
    const qint64 first = givenVerified(order.id);
    givenVerified(order.id, 1);
    tamperVerification(QStringLiteral("DELETE FROM verification WHERE id = %1").arg(first));
    expectOnly("verification-gone", QString::number(first));
}

TEST_P(AuditTablesTest, EveryFactOfAVerificationIsCompared) {
    const auto order = given(someOrder());
    const QString id = QString::number(givenVerified(order.id));
    for (const char* fact : {"pieces = pieces + 1", "serial = 'other'", "badge = '0001'",
                             "sku = 'OTHER'", "how = 'scan'", "at = at + 1", "undone = TRUE"}) {
        close();
        tamperVerification(QStringLiteral("UPDATE verification SET ") + QLatin1String(fact));
        expectOnly("verification-differs", id);
        ASSERT_EQ(runRaw(QStringLiteral("UPDATE verification SET pieces = 1, serial = 'S-1', badge "
                                        "= '0417', sku = 'TEE-BLK-L', how = 'serial', at = 5000, "
                                        "undone = FALSE")),
                  QString());
        expectSound();
    }
}

TEST_P(AuditTablesTest, AVerificationThatWasPutInIsNamed) {
    const auto order = given(someOrder());
    const qint64 id = givenVerified(order.id);
    tamperVerification(
        QStringLiteral("INSERT INTO verification (order_id, line_id, sku, pieces, serial, how, "
                       "badge, at) SELECT order_id, line_id, sku, 1, '', 'scan', badge, at FROM "
                       "verification"));
    expectOnly("verification-not-in-chain", QString::number(id + 1));
}

TEST_P(AuditTablesTest, WhatWasTakenBackStaysTakenBack) {
    const auto order = given(someOrder());
    const QString id = QString::number(givenVerified(order.id));
    ASSERT_TRUE(orders().undoLast(order.id));
    EXPECT_EQ(newest().kind, QStringLiteral("act")) << "no scan asked for it here";
    EXPECT_TRUE(newest().body.contains(QLatin1String("taken-back")));
    close();
    expectSound();
    tamperVerification(QStringLiteral("UPDATE verification SET undone = FALSE"));
    expectOnly("verification-differs", id);
}

TEST_P(AuditTablesTest, AnImportThatTakesALineOffIsSound) {
    auto order = given(someOrder());
    givenVerified(order.id);
    order.order.lines.removeFirst();
    orders().replace(order.id, order.order, order.window);
    EXPECT_TRUE(orders().verifications(order.id).constFirst().undone);
    close();
    expectSound();
}

TEST_P(AuditTablesTest, WhoPrintedAgainAndWhyIsCompared) {
    const QString id = QString::number(givenReprint());
    close();
    expectSound();
    const QString set = QStringLiteral("UPDATE label_copy SET %1 WHERE id = ") + id;
    for (const char* fact : {"badge = '0311'", "reason = 'lost'", "waybill = 'SF2'"}) {
        ASSERT_EQ(runRaw(set.arg(QLatin1String(fact))), QString());
        expectOnly("copy-differs", id);
        ASSERT_EQ(runRaw(set.arg(QStringLiteral("badge = '0417', reason = 'smudged', waybill = "
                                                "'SF1'"))),
                  QString());
    }
}

TEST_P(AuditTablesTest, AHandOverListKeepsItsParcelsAndCount) {
    const qint64 parcel = givenGone();
    const qint64 other = givenGone();
    Handover list;
    list.courier = QStringLiteral("sf");
    list.id = ledger().handovers().open(list);
    const qint64 second = [&] {
        Handover next = list;
        next.courier = QStringLiteral("jd");
        return ledger().handovers().open(next);
    }();
    ledger().handovers().add(list.id, parcel, {2000}, QStringLiteral("0417"));
    list.closedAt = Instant{3000};
    list.counted = 1;
    ledger().handovers().close(list);
    close();
    expectSound();
    const std::initializer_list<const char*> triggers{"handover_parcel_stays",
                                                      "handover_parcel_joins_open_list",
                                                      "handover_parcel_is_written_once"};
    const auto found = [&](const char* what, qint64 subject) {
        const auto findings = verdict().findings;
        return std::any_of(findings.cbegin(), findings.cend(), [&](const AuditFinding& one) {
            return one.what == QLatin1String(what) && one.subject == QString::number(subject);
        });
    };
    tamper("handover_parcel", triggers,
           QStringLiteral("INSERT INTO handover_parcel (parcel_id, handover_id, at, badge) VALUES "
                          "(%1, %2, 2000, '')")
               .arg(other)
               .arg(list.id));
    EXPECT_TRUE(found("handover-not-in-chain", other));
    EXPECT_TRUE(found("handover-differs", list.id)) << "it was signed with one parcel";
    ASSERT_EQ(runRaw(QStringLiteral("DELETE FROM handover_parcel WHERE parcel_id = %1").arg(other)),
              QString());
    expectSound();
    ASSERT_EQ(runRaw(QStringLiteral("UPDATE handover_parcel SET handover_id = %1").arg(second)),
              QString());
    EXPECT_TRUE(found("handover-differs", parcel));
    ASSERT_EQ(runRaw(QStringLiteral("DELETE FROM handover_parcel")), QString());
    EXPECT_TRUE(found("handover-gone", parcel));
}

TEST_P(AuditTablesTest, ABoxThatWasReassignedIsNamed) {
    const auto order = given(someOrder());
    const auto other = given(someOrder());
    ledger().gate().assignBox(QStringLiteral("71"), order.id, {1000}, QStringLiteral("0417"));
    close();
    expectSound();
    const std::initializer_list<const char*> triggers{"box_stays", "box_is_one_orders"};
    tamper("box", triggers, QStringLiteral("UPDATE box SET order_id = %1").arg(other.id));
    expectOnly("box-differs", QStringLiteral("71"));
    tamper("box", triggers, QStringLiteral("UPDATE box SET order_id = %1").arg(order.id));
    tamper("box", triggers,
           QStringLiteral("INSERT INTO box (code, order_id, at, badge) VALUES ('72', %1, 1, '')")
               .arg(other.id));
    expectOnly("box-not-in-chain", QStringLiteral("72"));
    tamper("box", triggers, QStringLiteral("DELETE FROM box WHERE code = '72'"));
    tamper("box", triggers, QStringLiteral("DELETE FROM box"));
    expectOnly("box-gone", QStringLiteral("71"));
}

TEST_P(AuditTablesTest, AGatePassThatWasTakenOutIsNamed) {
    GatePass pass;
    pass.parcelId = givenGone();
    pass.identity = QStringLiteral("box");
    pass.box = QStringLiteral("PBB-71");
    pass.label = QStringLiteral("SF1");
    pass.copyNo = 2;
    ledger().gate().add(pass);
    close();
    expectSound();
    const std::initializer_list<const char*> triggers{"gate_pass_stays",
                                                      "gate_pass_is_written_once"};
    tamper("gate_pass", triggers, QStringLiteral("UPDATE gate_pass SET copy_no = 1"));
    expectOnly("gate-pass-differs", QString::number(pass.parcelId));
    tamper("gate_pass", triggers, QStringLiteral("DELETE FROM gate_pass"));
    expectOnly("gate-pass-gone", QString::number(pass.parcelId));
}

TEST_P(AuditTablesTest, ARoleThatNobodyGaveIsNamed) {
    ledger().staff().put({QStringLiteral("0417"), QStringLiteral("打包员"), Role::Packer});
    ledger().staff().put({QStringLiteral("0417"), QStringLiteral("打包员"), Role::QcClerk});
    close();
    expectSound();
    ASSERT_EQ(runRaw(QStringLiteral("UPDATE operator SET role = 'supervisor'")), QString());
    expectOnly("staff-differs", QStringLiteral("0417"));
    ASSERT_EQ(runRaw(QStringLiteral("UPDATE operator SET role = 'qc-clerk'")), QString());
    ASSERT_EQ(runRaw(QStringLiteral("INSERT INTO operator (badge, name, role) VALUES ('9', 'x', "
                                    "'supervisor')")),
              QString());
    expectOnly("staff-not-in-chain", QStringLiteral("9"));
    ASSERT_EQ(runRaw(QStringLiteral("DELETE FROM operator WHERE badge = '9'")), QString());
    ASSERT_EQ(runRaw(QStringLiteral("DELETE FROM operator")), QString());
    expectOnly("staff-gone", QStringLiteral("0417"));
}

TEST_P(AuditTablesTest, AStopThatNobodyLiftedIsNamed) {
    const auto stopped = given(someOrder());
    const auto released = given(someOrder());
    ShopOrder byTheShop = someOrder();
    byTheShop.holds = {Hold::ByService, Hold::UnknownItem};
    const auto imported = given(byTheShop);
    orders().setHold(stopped.id, Hold::ByService, true);
    orders().setHold(stopped.id, Hold::ChangedLate, true);
    orders().setHold(released.id, Hold::ByService, true);
    orders().setHold(released.id, Hold::ByService, false);
    close();
    expectSound();
    const QString take =
        QStringLiteral("DELETE FROM order_hold WHERE order_id = %1 AND hold = '%2'");
    ASSERT_EQ(runRaw(take.arg(imported.id).arg(QStringLiteral("unknown-item"))), QString());
    expectSound(); // an import may have known the item
    ASSERT_EQ(runRaw(take.arg(stopped.id).arg(QStringLiteral("changed-late"))), QString());
    expectOnly("hold-gone", QString::number(stopped.id));
    ASSERT_EQ(runRaw(take.arg(stopped.id).arg(QStringLiteral("by-service"))), QString());
    EXPECT_EQ(verdict().found, 2);
    ASSERT_EQ(runRaw(take.arg(imported.id).arg(QStringLiteral("by-service"))), QString());
    EXPECT_EQ(verdict().found, 3) << "what the shop stopped is no later import's to release";
}

TEST_P(AuditTablesTest, EntriesOfAnOlderPackbenchStayValid) {
    const auto order = given(someOrder());
    const qint64 copy = givenReprint();
    const QString mine = QStringLiteral("bench = '%1'").arg(ledger().audit().chain());
    close();
    // As it was written before: without what newer entries tell.
    tamper("label_copy", {},
           QStringLiteral("UPDATE label_copy SET badge = 'x' WHERE id = %1").arg(copy));
    expectOnly("copy-differs", QString::number(copy));
    tamper("audit_entry", {"audit_entry_is_written_once", "audit_entry_is_not_replaced"},
           QStringLiteral("UPDATE audit_entry SET body = replace(body, ',\"badge\":\"0417\"', '') "
                          "WHERE ") +
               mine);
    tamper("audit_entry", {},
           QStringLiteral("UPDATE audit_entry SET body = replace(body, "
                          "',\"lastVerification\":0,\"passes\":0,\"boxes\":0,\"staff\":0', '') "
                          "WHERE ") +
               mine);
    tamper("verification", {},
           QStringLiteral("INSERT INTO verification (order_id, line_id, sku, pieces, serial, how, "
                          "badge, at) SELECT order_id, id, sku, 1, '', 'scan', '', 1 FROM "
                          "order_line WHERE order_id = %1")
               .arg(order.id));
    const auto findings = verdict().findings;
    EXPECT_TRUE(std::all_of(findings.cbegin(), findings.cend(),
                            [](const AuditFinding& one) { return one.what == u"edited"; }));
}

} // namespace
} // namespace packbench
