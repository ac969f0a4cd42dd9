// packctl label list, unfinished, again, redo, extra and not-there, at a ledger of its own.
#include "program.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

class LabelCommands : public testing::Test {
protected:
    LabelCommands() {
        EXPECT_EQ(run(QStringLiteral("init --sample-shop --simulation")).exitCode, 0);
    }
    Ended run(const QString& words, const QByteArray& input = {}) {
        return packctl(
            words.split(u' ') +
                QStringList{QStringLiteral("--ledger"),
                            QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("l.db"))},
            input);
    }
    QJsonDocument json(const QString& words) {
        return run(words + QStringLiteral(" --json")).json();
    }
    /// Packs the order of one piece; `more` are further lines of the shift.
    Ended shift(const QByteArray& more = {}) {
        return run(QStringLiteral("station --simulation"),
                   "PBU-0417\n2609210012\n6901234500868\n" + more);
    }
    QJsonArray labels() { return json(QStringLiteral("label list --order 2609210012")).array(); }
    QJsonObject newest() { return labels().first().toObject(); }
    QString newest(const char* key) { return newest().value(QLatin1String(key)).toString(); }

    /// A key of this moment, as another program makes it.
    static QString freshKey(int which) {
        const QString ms =
            QStringLiteral("%1").arg(QDateTime::currentMSecsSinceEpoch(), 12, 16, QLatin1Char('0'));
        return ms.left(8) + u'-' + ms.mid(8) +
               QStringLiteral("-7000-8000-00000000000%1").arg(which);
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(LabelCommands, ListTellsHowItIsKnownThatALabelCameOut) {
    shift();
    ASSERT_EQ(labels().size(), 1);
    EXPECT_EQ(newest("state").toStdString(), "printed");
    EXPECT_EQ(newest("evidence").toStdString(), "counter");
    EXPECT_EQ(newest().value(QStringLiteral("cameOut")).toInt(), 1);
    EXPECT_TRUE(newest("mark").startsWith(QStringLiteral("758320014601-PBM-")));
}

TEST_F(LabelCommands, AgainKeepsTheNumberAndTakesTheNextCopy) {
    shift();
    EXPECT_EQ(run(QStringLiteral("label again 2609210012 --badge 0417")).exitCode, 1)
        << "no reason";
    EXPECT_EQ(labels().size(), 1);
    const Ended again = run(QStringLiteral("label again 2609210012 --reason torn --badge 0417"));
    EXPECT_EQ(again.exitCode, 0) << again.out.constData() << again.err.constData();
    ASSERT_EQ(labels().size(), 2);
    EXPECT_EQ(newest().value(QStringLiteral("copy")).toInt(), 2);
    EXPECT_EQ(newest("waybill").toStdString(), "758320014601");
    EXPECT_EQ(newest("reason").toStdString(), "torn");
    EXPECT_EQ(newest("state").toStdString(), "printed");
}

TEST_F(LabelCommands, RedoIsASupervisorsAndTakesAnotherNumber) {
    shift();
    const Ended packer =
        run(QStringLiteral("label redo 2609210012 --reason courier-asks --badge 0417 --json"));
    EXPECT_EQ(packer.exitCode, 1);
    EXPECT_TRUE(packer.out.contains("not-allowed")) << packer.out.constData();
    EXPECT_EQ(labels().size(), 1);
    const Ended redo =
        run(QStringLiteral("label redo 2609210012 --reason courier-asks --badge 0001"));
    EXPECT_EQ(redo.exitCode, 0) << redo.out.constData();
    EXPECT_NE(newest("waybill").toStdString(), "758320014601");
}

TEST_F(LabelCommands, AVerbWantsAKnownBadgeAndAnswersInWords) {
    shift();
    for (const char* words : {"label again 2609210012 --reason torn",
                              "label again 2609210012 --reason torn --badge 9999"}) {
        const Ended nobody = run(QString::fromLatin1(words));
        EXPECT_EQ(nobody.exitCode, 2) << words;
        EXPECT_TRUE(nobody.err.contains("--badge")) << nobody.err.constData();
    }
    EXPECT_EQ(labels().size(), 1);
    const Ended again = run(QStringLiteral("label again 2609210012 --reason torn --badge 0417"));
    EXPECT_EQ(again.out.toStdString(), "Reason noted: torn\nLabel printed, waybill 758320014601\n");
}

TEST_F(LabelCommands, ExtraMakesTheOrderLeaveAsAWhole) {
    shift();
    EXPECT_EQ(run(QStringLiteral("label extra 2609210012 --reason added --badge 0417")).exitCode,
              0);
    const QByteArray first = newest("mark").toUtf8();
    const Ended bound = run(QStringLiteral("station --simulation"), "PBU-0417\n" + first + "\n");
    EXPECT_TRUE(bound.out.contains("label-bound")) << bound.out.constData();
    EXPECT_TRUE(json(QStringLiteral("dispatch list")).array().isEmpty());
    run(QStringLiteral("station --simulation"), "PBU-0417\n2609210012\n");
    ASSERT_EQ(labels().size(), 2);
    const Ended left = run(QStringLiteral("station --simulation"),
                           "PBU-0417\n2609210012\n" + newest("mark").toUtf8() + "\n");
    EXPECT_TRUE(left.out.contains("dispatched")) << left.out.constData();
    EXPECT_EQ(json(QStringLiteral("dispatch list")).array().size(), 2);
}

TEST_F(LabelCommands, AnExtraCartonIsTakenBackAndTheOrderLeaves) {
    shift();
    for (int asked = 0; asked < 2; ++asked)
        run(QStringLiteral("label extra 2609210012 --reason added --badge 0417"));
    const QString back = QStringLiteral("label extra 2609210012 --back --carton 3 --badge 0417");
    EXPECT_EQ(
        run(QStringLiteral("label extra 2609210012 --back --carton two --badge 0417")).exitCode, 2);
    const Ended taken = run(back + QStringLiteral(" --json"));
    EXPECT_EQ(taken.exitCode, 0) << taken.err.constData();
    EXPECT_TRUE(taken.out.contains("carton-taken-back")) << taken.out.constData();
    EXPECT_EQ(run(back).exitCode, 1) << "there is no third carton any more";
    EXPECT_EQ(run(QStringLiteral("label extra 2609210012 --back --badge 0417")).exitCode, 0);
    EXPECT_EQ(run(QStringLiteral("label extra 2609210012 --back --badge 0417")).exitCode, 1);
    const Ended left =
        run(QStringLiteral("station --simulation"), "PBU-0417\n" + newest("mark").toUtf8() + "\n");
    EXPECT_TRUE(left.out.contains("dispatched")) << left.out.constData();
    const Ended told = run(QStringLiteral("audit list --kind act"));
    EXPECT_EQ(told.out.count("carton-taken-back"), 2) << told.out.constData();
}

TEST_F(LabelCommands, UnfinishedListsWhatIsInDoubtAndNotThereAnswersIt) {
    shift("");
    const Ended none = run(QStringLiteral("label unfinished --json"));
    EXPECT_EQ(none.exitCode, 0);
    EXPECT_EQ(none.json().object().value(QStringLiteral("toFinish")).toArray().size(), 1);
    // Cut off in the midst of the next label.
    run(QStringLiteral("station --simulation"),
        "PBU-0417\n@printer unplug-at 500\n2609210003\n6901234500424\nPBC-CONFIRM\n");
    const Ended doubt = run(QStringLiteral("label unfinished --json"));
    EXPECT_EQ(doubt.exitCode, 1);
    const QJsonArray uncertain = doubt.json().object().value(QStringLiteral("uncertain")).toArray();
    ASSERT_EQ(uncertain.size(), 1) << doubt.out.constData();
    const QJsonObject row = uncertain.first().toObject();
    EXPECT_EQ(row.value(QStringLiteral("order")).toString().toStdString(), "2609210003");
    // What was asked of the printer before is of the 500, too.
    EXPECT_GT(row.value(QStringLiteral("bytesTaken")).toInt(), 0);
    EXPECT_LE(row.value(QStringLiteral("bytesTaken")).toInt(), 500);
    EXPECT_EQ(run(QStringLiteral("label not-there %1 --badge 0417")
                      .arg(row.value(QStringLiteral("copy")).toInt()))
                  .exitCode,
              0);
    EXPECT_EQ(run(QStringLiteral("label unfinished --json")).exitCode, 0);
    EXPECT_EQ(json(QStringLiteral("label list --order 2609210003")).array().size(), 1)
        << "nothing was printed by itself";
}

TEST_F(LabelCommands, ScansHeldAtTheEndAreListedAndNamedInTheNextStationsFirstLine) {
    const Ended held = run(QStringLiteral("station --simulation"),
                           "PBU-0417\n2609210001\n6901234500424\n6901234500974\n");
    EXPECT_TRUE(held.out.contains("scan-held")) << held.out.constData();
    EXPECT_TRUE(held.err.contains("were not counted")) << held.err.constData();
    const Ended listed = run(QStringLiteral("label unfinished --json"));
    EXPECT_EQ(listed.exitCode, 1);
    const QJsonArray scans = listed.json().object().value(QStringLiteral("notCounted")).toArray();
    ASSERT_EQ(scans.size(), 1) << listed.out.constData();
    EXPECT_EQ(scans.first().toObject().value(QStringLiteral("text")).toString().toStdString(),
              "6901234500974");
    EXPECT_TRUE(run(QStringLiteral("doctor")).out.contains("label unfinished"));
    const Ended next = run(QStringLiteral("station --simulation"), "PBU-0417\n");
    const QJsonObject first =
        QJsonDocument::fromJson(next.out.left(next.out.indexOf('\n'))).object();
    EXPECT_EQ(first.value(QStringLiteral("outcome")).toString().toStdString(), "scans-not-counted");
    EXPECT_TRUE(first.value(QStringLiteral("say")).toString().contains(u"6901234500974"));
    EXPECT_TRUE(next.out.contains("signed-on")) << next.out.constData();
    EXPECT_EQ(run(QStringLiteral("label unfinished --json")).exitCode, 0);
}

TEST_F(LabelCommands, AVerbUnderAKeyIsDoneOnceAndAnsweredTheSame) {
    shift();
    const QString again =
        QStringLiteral("label again 2609210012 --reason %1 --badge 0417 --json --key ") +
        freshKey(1);
    const Ended first = run(again.arg(QStringLiteral("torn")));
    EXPECT_EQ(first.exitCode, 0) << first.out.constData() << first.err.constData();
    ASSERT_EQ(labels().size(), 2);
    const Ended second = run(again.arg(QStringLiteral("torn")));
    EXPECT_EQ(second.exitCode, 0) << second.out.constData() << second.err.constData();
    EXPECT_TRUE(second.out.contains("\"replayed\":true")) << second.out.constData();
    EXPECT_EQ(labels().size(), 2);
    const Ended other = run(again.arg(QStringLiteral("smudged")));
    EXPECT_EQ(other.exitCode, 1);
    EXPECT_TRUE(other.out.contains("key-reused")) << other.out.constData();
    EXPECT_EQ(labels().size(), 2);
    const QString redo =
        QStringLiteral("label redo 2609210012 --reason asked --badge 0001 --key ") + freshKey(2);
    EXPECT_EQ(run(redo).exitCode, 0);
    const QString number = newest("waybill");
    EXPECT_EQ(run(redo).exitCode, 0);
    EXPECT_EQ(newest("waybill").toStdString(), number.toStdString());
    const QString extra =
        QStringLiteral("label extra 2609210012 --reason added --badge 0417 --key ") + freshKey(3);
    EXPECT_EQ(run(extra).exitCode, 0);
    const Ended replayed = run(extra + QStringLiteral(" --json"));
    EXPECT_EQ(replayed.exitCode, 0) << replayed.out.constData();
    EXPECT_TRUE(replayed.out.contains("\"replayed\":true")) << replayed.out.constData();
}

TEST_F(LabelCommands, TheKeyOfTheMarksIsNotShownAmongTheSettings) {
    shift();
    const Ended settings = run(QStringLiteral("settings"));
    EXPECT_EQ(settings.exitCode, 0);
    EXPECT_FALSE(settings.out.contains("mark_key")) << settings.out.constData();
}

} // namespace packbench
