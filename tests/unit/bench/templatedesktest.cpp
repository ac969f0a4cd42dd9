// Label templates through the bench thread, as the page in the kiosk uses it.
#include "bench/benchthread.h"
#include "bench/clock.h"
#include "bench/sampleshop.h"
#include "labels/template.h"
#include "ledger/ledger.h"
#include "support/qtprint.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace packbench {
namespace {

constexpr int kTooLateMs = 60'000;
const QString kGeneral = QStringLiteral("general-100x150");

class TemplateDeskTest : public testing::Test {
protected:
    TemplateDeskTest() {
        m_address.path = m_folder.filePath(QStringLiteral("shop.db"));
        fillSampleShop(*Ledger::create(m_address), m_clock.now());
        m_bench = std::make_unique<BenchThread>(BenchThread::Setup{
            m_address, m_folder.filePath(QStringLiteral("labels")), false, &m_clock});
        QObject::connect(m_bench.get(), &BenchThread::templateOpened, &m_here,
                         [this](const TemplateOpened& opened) { m_opened = opened; });
        QObject::connect(m_bench.get(), &BenchThread::templateAnswered, &m_here,
                         [this](const TemplateAnswer& answer) { m_answer = answer; });
        QObject::connect(m_bench.get(), &BenchThread::templateDrawn, &m_here,
                         [this](const TemplatePreview& drawn) { m_drawn.append(drawn); });
        QObject::connect(m_bench.get(), &BenchThread::labelsGraded, &m_here,
                         [this](const QHash<qint64, QString>& grades) { m_grades.insert(grades); });
        QObject::connect(m_bench.get(), &BenchThread::snapshotMade, &m_here,
                         [this](const StationSnapshot& snapshot) { m_snapshot = snapshot; });
        EXPECT_EQ(m_bench->start(), QString());
    }
    void signOn(const char* card) {
        m_bench->scan(QLatin1String(card), QStringLiteral("wedge"), ++m_scan);
        EXPECT_TRUE(
            QTest::qWaitFor([this] { return m_snapshot.scanSerial == m_scan; }, kTooLateMs));
    }
    QString answer() {
        EXPECT_TRUE(QTest::qWaitFor([this] { return !m_answer.outcome.isEmpty(); }, kTooLateMs));
        return std::exchange(m_answer, {}).outcome;
    }

    SteeredClock m_clock{sampleShiftStart()};
    const QTemporaryDir m_folder;
    LedgerAddress m_address;
    QObject m_here;
    qint64 m_scan = 0;
    StationSnapshot m_snapshot;
    TemplateOpened m_opened;
    TemplateAnswer m_answer;
    QList<TemplatePreview> m_drawn;
    QHash<qint64, QString> m_grades;
    std::unique_ptr<BenchThread> m_bench; ///< ends first
};

TEST_F(TemplateDeskTest, TheBenchsOwnTemplateIsOpenedWithoutANameGiven) {
    m_bench->openTemplate({}, -1);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_opened.name.isEmpty(); }, kTooLateMs));
    EXPECT_EQ(m_opened.name, kGeneral);
    EXPECT_EQ(m_opened.json, builtInTemplateJson(kGeneral));
    m_bench->openTemplate(kGeneral, 7);
    EXPECT_EQ(answer(), QStringLiteral("not-found"));
}

TEST_F(TemplateDeskTest, WhoIsSignedOnDecidesWhetherItIsSaved) {
    const QByteArray json = builtInTemplateJson(kGeneral);
    m_bench->saveTemplate(kGeneral, json, {});
    EXPECT_EQ(answer(), QStringLiteral("not-allowed")) << "nobody";
    signOn("PBU-0417");
    EXPECT_FALSE(m_snapshot.strip.isSupervisor);
    m_bench->saveTemplate(kGeneral, json, {});
    EXPECT_EQ(answer(), QStringLiteral("not-allowed")) << "a packer";
    signOn("PBU-0001");
    EXPECT_TRUE(m_snapshot.strip.isSupervisor);
    m_bench->saveTemplate(kGeneral, json, {});
    EXPECT_EQ(answer(), QStringLiteral("saved"));
    m_bench->steer([](Desk&, Ledger& ledger) {
        const auto saved = ledger.templates().newest(kGeneral);
        ASSERT_TRUE(saved);
        EXPECT_EQ(saved->savedBy, QStringLiteral("0001"));
    });
}

TEST_F(TemplateDeskTest, OfRequestsThatPileUpTheLatestIsDrawn) {
    for (quint64 serial = 1; serial <= 40; ++serial)
        m_bench->drawTemplate(serial, builtInTemplateJson(kGeneral), PreviewData::Long);
    ASSERT_TRUE(QTest::qWaitFor(
        [this] { return !m_drawn.isEmpty() && m_drawn.last().serial == 40; }, kTooLateMs));
    EXPECT_LT(m_drawn.size(), 40);
    EXPECT_EQ(m_drawn.last().dots, QSize(800, 1200));
}

TEST_F(TemplateDeskTest, ALabelThatWasMadeGetsItsGradeOnTheLabelsPage) {
    for (const char* text : {"PBU-0417", "2609210012", "6901234500868"})
        signOn(text);
    ASSERT_TRUE(QTest::qWaitFor(
        [this] {
            if (m_grades.isEmpty())
                m_bench->askLabels();
            QTest::qWait(50);
            return !m_grades.isEmpty();
        },
        kTooLateMs));
    EXPECT_EQ(m_grades.size(), 1);
    const QString grade = m_grades.cbegin().value();
    EXPECT_TRUE(QStringLiteral("ABCD").contains(grade)) << grade.toStdString();
}

TEST_F(TemplateDeskTest, AFileIsWrittenWholeAndReadBack) {
    const QString path = m_folder.filePath(QStringLiteral("mine.json"));
    const QByteArray json = builtInTemplateJson(kGeneral);
    m_bench->writeTemplateFile(path, json);
    EXPECT_EQ(answer(), QStringLiteral("exported"));
    m_bench->readTemplateFile(path);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !m_opened.name.isEmpty(); }, kTooLateMs));
    EXPECT_EQ(m_opened.name, QStringLiteral("mine"));
    EXPECT_EQ(m_opened.version, -1);
    EXPECT_EQ(m_opened.json, json);
}

TEST_F(TemplateDeskTest, WhatIsNoFileOfOursIsRefusedInWords) {
    m_bench->readTemplateFile(m_folder.filePath(QStringLiteral("nowhere.json")));
    EXPECT_EQ(answer(), QStringLiteral("not-imported"));
    QFile file(m_folder.filePath(QStringLiteral("list.json")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("[1, 2]");
    file.close();
    m_bench->readTemplateFile(file.fileName());
    EXPECT_EQ(answer(), QStringLiteral("not-imported"));
    m_bench->writeTemplateFile(m_folder.filePath(QStringLiteral("no/such/folder.json")), "{}");
    EXPECT_EQ(answer(), QStringLiteral("not-exported"));
}

} // namespace
} // namespace packbench
