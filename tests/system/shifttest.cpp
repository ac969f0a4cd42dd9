#include "program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// The sample shop on a new simulation ledger, and the sample shift played on it.
class SampleShift : public testing::Test {
protected:
    SampleShift() {
        init();
        m_shift =
            packctl({QStringLiteral("station"), QStringLiteral("--simulation"),
                     QStringLiteral("--ledger"), ledger(), QStringLiteral("--labels"), labels()},
                    fileBytes(QStringLiteral(SAMPLE_SHIFT)));
    }
    [[nodiscard]] QString ledger() const {
        return QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("shift.db"));
    }
    [[nodiscard]] QString labels() const { return m_folder.filePath(QStringLiteral("labels")); }
    void init() {
        m_init = packctl({QStringLiteral("init"), QStringLiteral("--sample-shop"),
                          QStringLiteral("--simulation"), QStringLiteral("--ledger"), ledger()});
    }
    QSet<QString> outcomes() const {
        QSet<QString> all;
        for (const QByteArray& line : m_shift.out.split('\n'))
            all.insert(
                QJsonDocument::fromJson(line).object().value(QStringLiteral("outcome")).toString());
        return all;
    }

    QTemporaryDir m_folder;
    Ended m_init;
    Ended m_shift;
};

/// Compares with a golden file; writes `.actual` beside it when they differ.
void compareWithGolden(const QByteArray& actual, const QString& name) {
    const QString path = QStringLiteral(FIXTURES "/system/") + name;
    const QByteArray golden = fileBytes(path);
    if (actual == golden)
        return;
    QFile file(path + QStringLiteral(".actual"));
    if (file.open(QIODevice::WriteOnly))
        file.write(actual);
    const auto was = golden.split('\n');
    const auto is = actual.split('\n');
    for (int i = 0; i < std::max(was.size(), is.size()); ++i) {
        if (was.value(i) != is.value(i)) {
            ADD_FAILURE() << name.toStdString() << " differs first in line " << i + 1 << "\n- "
                          << was.value(i).constData() << "\n+ " << is.value(i).constData();
            return;
        }
    }
}

} // namespace

TEST_F(SampleShift, ReplaysToItsGoldenResult) {
    ASSERT_EQ(m_init.exitCode, 0) << m_init.err.constData();
    EXPECT_EQ(m_shift.exitCode, 0) << m_shift.err.constData();
    compareWithGolden(m_shift.out, QStringLiteral("shift.ndjson"));
}

TEST_F(SampleShift, MeetsEveryRefusalOnce) {
    for (const char* refusal :
         {"not-signed-on",    "unknown-badge",  "wrong-item",     "too-many",
          "bad-check-digit",  "unknown-code",   "serial-needed",  "serial-used",
          "wrong-label",      "label-first",    "confirm-remark", "address-masked",
          "printer-waits",    "printer-gone",   "cancelled",      "held",
          "unpaid",           "already-packed", "repeat-ignored", "scan-held",
          "other-order-open", "no-order",       "old-copy",       "no-waybill"})
        EXPECT_TRUE(outcomes().contains(QLatin1String(refusal))) << refusal;
}

TEST_F(SampleShift, RecordsWhatLeftAsItsGoldenFileSays) {
    const Ended list = packctl({QStringLiteral("dispatch"), QStringLiteral("list"),
                                QStringLiteral("--json"), QStringLiteral("--ledger"), ledger()});
    EXPECT_EQ(list.exitCode, 0);
    compareWithGolden(list.out, QStringLiteral("dispatch.json"));
}

TEST_F(SampleShift, KeepsOnePictureForEachLabelThatCameOut) {
    const QDir folder(labels());
    const QStringList pictures = folder.entryList({QStringLiteral("*.png")});
    EXPECT_EQ(pictures.size(), folder.entryList({QStringLiteral("*.zpl")}).size());
    int printed = 0;
    for (const QByteArray& line : m_shift.out.split('\n'))
        printed += line.contains("\"outcome\":\"label-printed\"");
    EXPECT_EQ(pictures.size(), printed);
    for (const QString& picture : pictures)
        EXPECT_EQ(QImage(folder.filePath(picture)).size(), QSize(800, 1200))
            << picture.toStdString();
}

TEST_F(SampleShift, PlayedOnATsplPrinterComesToTheSame) {
    QTemporaryDir other;
    const QString book = QStringLiteral("sqlite:") + other.filePath(QStringLiteral("shift.db"));
    static_cast<void>(packctl({QStringLiteral("init"), QStringLiteral("--sample-shop"),
                               QStringLiteral("--simulation"), QStringLiteral("--ledger"), book}));
    const Ended tspl = packctl({QStringLiteral("station"), QStringLiteral("--simulation"),
                                QStringLiteral("--ledger"), book, QStringLiteral("--labels"),
                                other.filePath(QStringLiteral("labels")),
                                QStringLiteral("--printer-language"), QStringLiteral("tspl")},
                               fileBytes(QStringLiteral(SAMPLE_SHIFT)));
    EXPECT_EQ(tspl.out, m_shift.out);
    const QDir theirs(other.filePath(QStringLiteral("labels")));
    const QDir ours(labels());
    for (const QString& picture : ours.entryList({QStringLiteral("*.png")}))
        EXPECT_EQ(QImage(theirs.filePath(picture)), QImage(ours.filePath(picture)))
            << picture.toStdString();
}

} // namespace packbench
