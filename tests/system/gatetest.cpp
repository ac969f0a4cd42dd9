#include "program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// A real ledger of the sample shop with its gate switched on; the programs one after the other.
class GateProgram : public testing::Test {
protected:
    GateProgram() {
        run({"init", "--sample-shop"});
        run({"settings", "dispatch.at", "gate"});
    }
    Ended run(const QStringList& words, const QByteArray& input = {}) {
        return packctl(words + QStringList{QStringLiteral("--ledger"), ledger()}, input);
    }
    Ended run(std::initializer_list<const char*> words, const QByteArray& input = {}) {
        QStringList list;
        for (const char* word : words)
            list.append(QString::fromUtf8(word));
        return run(list, input);
    }
    static QStringList outcomes(const Ended& ended) {
        QStringList words;
        for (const QByteArray& line : ended.out.split('\n')) {
            const auto object = QJsonDocument::fromJson(line).object();
            if (!object.value(QStringLiteral("scan")).isNull() && !object.isEmpty())
                words.append(object.value(QStringLiteral("outcome")).toString());
        }
        return words;
    }
    /// The socks of 2609210012 packed into tote 12, their label scanned back.
    QString packSocks() {
        run({"station"}, "PBU-0417\n2609210012\nPBT-12\n6901234500868\n");
        const auto order = run({"order", "show", "2609210012", "--json"}).json().object();
        const QString waybill = order.value(QStringLiteral("labels"))
                                    .toArray()
                                    .first()
                                    .toObject()
                                    .value(QStringLiteral("waybill"))
                                    .toString();
        const Ended bound = run({"station"}, "PBU-0417\n2609210012\n" + waybill.toUtf8() + "\n");
        EXPECT_EQ(outcomes(bound).last(), QStringLiteral("label-bound")) << bound.err.constData();
        return waybill;
    }
    QJsonObject reconciled(int exitCode) {
        const Ended ended = run({"dispatch", "reconcile", "--json"});
        EXPECT_EQ(ended.exitCode, exitCode) << ended.err.constData();
        return ended.json().object();
    }
    QString ledger() const {
        return QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("gate.db"));
    }

    QTemporaryDir m_folder;
};

int totalOf(const QJsonObject& day, const char* what) {
    return day.value(QStringLiteral("total")).toObject().value(QLatin1String(what)).toInt(-1);
}

} // namespace

TEST_F(GateProgram, FromTheGateOntoTheVehicleAndTheDayAddsUp) {
    const QString waybill = packSocks();
    ASSERT_FALSE(waybill.isEmpty());
    QJsonObject day = reconciled(1);
    EXPECT_EQ(totalOf(day, "printed"), 1);
    EXPECT_EQ(totalOf(day, "handedOver"), 0);
    EXPECT_EQ(outcomes(run({"gate"}, "PBU-0417\nPBT-12\n" + waybill.toUtf8() + "\nPBT-12\n" +
                                         waybill.toUtf8() + "\n")),
              (QStringList{QStringLiteral("signed-on"), QStringLiteral("waiting-for-label"),
                           QStringLiteral("dispatched"), QStringLiteral("waiting-for-label"),
                           QStringLiteral("already-dispatched")}));
    const Ended opened = run({"handover", "open", "--courier", "zto", "--driver", "Zhao",
                              "--vehicle", "A1", "--badge", "0417", "--json"});
    ASSERT_EQ(opened.exitCode, 0) << opened.err.constData();
    EXPECT_EQ(opened.json().object().value(QStringLiteral("missed")).toArray().size(), 1);
    const QString id = QString::number(opened.json().object().value(QStringLiteral("id")).toInt());
    day = reconciled(1);
    EXPECT_EQ(day.value(QStringLiteral("findings"))
                  .toArray()
                  .first()
                  .toObject()
                  .value(QStringLiteral("finding"))
                  .toString(),
              QStringLiteral("handed-over-not-listed"));
    EXPECT_EQ(outcomes(run({QStringLiteral("handover"), QStringLiteral("scan"), id},
                           waybill.toUtf8() + "\n")),
              QStringList{QStringLiteral("on-list")});
    const QStringList close{QStringLiteral("handover"), QStringLiteral("close"), id,
                            QStringLiteral("--counted")};
    EXPECT_EQ(run(close + QStringList{QStringLiteral("2")}).exitCode, 1);
    EXPECT_EQ(run(close + QStringList{QStringLiteral("1")}).exitCode, 0);
    day = reconciled(0);
    EXPECT_EQ(totalOf(day, "listed"), 1);
    const Ended sheet = run({QStringLiteral("handover"), QStringLiteral("export"), id});
    EXPECT_TRUE(sheet.out.contains(waybill.toUtf8()));
}

TEST_F(GateProgram, TheDayEndSheetIsWrittenWithTheAuditHead) {
    packSocks();
    const QString path = m_folder.filePath(QStringLiteral("day.html"));
    const Ended ended =
        run({QStringLiteral("dispatch"), QStringLiteral("reconcile"), QStringLiteral("--out"), path,
             QStringLiteral("--audit-head"), QStringLiteral("12:beef")});
    EXPECT_EQ(ended.exitCode, 1) << "something is still here";
    EXPECT_TRUE(fileBytes(path).contains("12:beef"));
    EXPECT_TRUE(fileBytes(path).contains("2609210012"));
}

TEST_F(GateProgram, WrongWordsAreRefusedAndNothingIsOpened) {
    EXPECT_EQ(run({"handover", "open", "--courier", "moon"}).exitCode, 2);
    EXPECT_EQ(run({"handover", "scan", "99"}).exitCode, 2);
    EXPECT_EQ(run({"dispatch", "reconcile", "--day", "yesterday"}).exitCode, 2);
    EXPECT_EQ(run({"settings", "gate.identity", "pallet"}).exitCode, 2);
    EXPECT_EQ(run({"clock", "confirm", "--badge", "0417"}).exitCode, 2) << "no supervisor";
    EXPECT_EQ(run({"handover", "list", "--json"}).json().array().size(), 0);
}

} // namespace packbench
