#include "drivers/conversation.h"
#include "drivers/virtualprinter.h"
#include "pages.h"
#include "show.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

namespace packbench {
namespace {

using End = SendReport::End;

class VirtualPrinterTest : public testing::TestWithParam<PrinterLanguage> {
protected:
    [[nodiscard]] QByteArray label(unsigned seed = 1) const {
        return encode(GetParam(), page(seed), {});
    }
    [[nodiscard]] static Page page(unsigned seed) { return test::labelLikePage(203, 120, 8, seed); }
    [[nodiscard]] QStringList files() const {
        return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name);
    }
    SendReport send(const QByteArray& bytes) {
        return m_bus.open(QStringLiteral("virtual"))->send(bytes, m_cancel);
    }

    QTemporaryDir m_folder;
    VirtualPrinter m_printer{m_folder.path(), GetParam(), 8};
    VirtualPrinterBus m_bus{m_printer};
    std::atomic<bool> m_cancel = false;
};

TEST_P(VirtualPrinterTest, EachLabelIsAPictureAndItsBytes) {
    EXPECT_EQ(send(label(1)).end, End::Accepted);
    EXPECT_EQ(send(label(2)).end, End::Accepted);
    const QString suffix = word(GetParam());
    QStringList wanted{QStringLiteral("label-0001.png"), "label-0001." + suffix,
                       QStringLiteral("label-0002.png"), "label-0002." + suffix};
    wanted.sort();
    EXPECT_EQ(files(), wanted);
    QFile bytes(m_folder.filePath("label-0002." + suffix));
    ASSERT_TRUE(bytes.open(QIODevice::ReadOnly));
    EXPECT_TRUE(bytes.readAll() == label(2)) << "status queries are not a part of the label";
    EXPECT_TRUE(pageFromImage(QImage(m_printer.lastPicture()), 8) == page(2));
    EXPECT_EQ(m_printer.labelsOut(), 2);
}

TEST_P(VirtualPrinterTest, LabelsAlreadyInTheFolderAreKeptAndNumberedOn) {
    EXPECT_EQ(send(label()).end, End::Accepted);
    VirtualPrinter second(m_folder.path(), GetParam(), 8);
    (void)second.take(label());
    EXPECT_EQ(second.labelsOut(), 1);
    EXPECT_TRUE(second.lastPicture().endsWith(QStringLiteral("label-0002.png")));
}

TEST_P(VirtualPrinterTest, ItAnswersReady) {
    EXPECT_EQ(send(label()).state, PrinterState::Ready);
    EXPECT_EQ(m_bus.open(QStringLiteral("virtual"))->state(), PrinterState::Ready);
}

TEST_P(VirtualPrinterTest, WithoutPaperItTakesTheBytesAndPrintsOnceReady) {
    m_printer.setPaperOut();
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.state, PrinterState::PaperOut);
    EXPECT_EQ(m_printer.labelsOut(), 0);
    EXPECT_EQ(m_printer.labelsWaiting(), 1);
    EXPECT_EQ(files(), QStringList());
    m_printer.setReady();
    EXPECT_EQ(m_printer.labelsOut(), 1);
    EXPECT_EQ(m_printer.labelsWaiting(), 0);
    EXPECT_EQ(m_printer.state(), PrinterState::Ready);
}

TEST_P(VirtualPrinterTest, UnpluggedItIsNotThere) {
    auto printer = m_bus.open(QStringLiteral("virtual"));
    m_printer.unplug();
    EXPECT_EQ(m_bus.present(), QList<PrinterDescription>());
    EXPECT_THROW((void)m_bus.open(QStringLiteral("virtual")), DeviceError);
    EXPECT_EQ(printer->state(), PrinterState::Unplugged);
    EXPECT_EQ(printer->send(label(), m_cancel).end, End::NothingSent);
    EXPECT_EQ(m_printer.state(), PrinterState::Unplugged);
    m_printer.setReady();
    EXPECT_EQ(send(label()).end, End::Accepted);
}

TEST_P(VirtualPrinterTest, UnplugLosesWhatWaits) {
    m_printer.setPaperOut();
    EXPECT_EQ(send(label()).end, End::Accepted);
    m_printer.unplug();
    m_printer.setReady();
    EXPECT_EQ(m_printer.labelsOut(), 0);
    EXPECT_EQ(m_printer.labelsWaiting(), 0);
}

TEST_P(VirtualPrinterTest, UnpluggedAtAnyByteHalfALabelPrintsNothing) {
    const QByteArray bytes = label();
    for (qint64 k = 1; k < bytes.size(); k += 13) {
        m_printer.setReady();
        m_printer.unplugAtByte(k);
        const SendReport report = send(bytes);
        ASSERT_EQ(report.end, End::Uncertain);
        ASSERT_EQ(report.bytesTaken, k);
        ASSERT_EQ(report.state, PrinterState::Unplugged);
    }
    EXPECT_EQ(m_printer.labelsOut(), 0);
    m_printer.setReady();
    EXPECT_EQ(send(bytes).end, End::Accepted);
    EXPECT_EQ(m_printer.labelsOut(), 1) << "no rest of the old label is left in its memory";
}

TEST_P(VirtualPrinterTest, UnpluggedAfterTheLastByteTheLabelIsOut) {
    m_printer.unplugAtByte(label().size());
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.state, PrinterState::Unplugged);
    EXPECT_EQ(m_printer.labelsOut(), 1);
}

TEST_P(VirtualPrinterTest, ItLooksLikeAnyPrinter) {
    const QList<PrinterDescription> found = m_bus.present();
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().id, QStringLiteral("virtual"));
    EXPECT_EQ(found.first().transport, QStringLiteral("virtual"));
    EXPECT_EQ(found.first().language, GetParam());
    EXPECT_TRUE(found.first().languageKnown);
    EXPECT_EQ(found.first().problem, QString());
    EXPECT_THROW((void)m_bus.open(QStringLiteral("usb:1234:5678:X")), DeviceError);
}

TEST_P(VirtualPrinterTest, AFolderThatCannotBeWrittenIsAFaultAndTheLabelWaits) {
    const QString folder = m_folder.filePath(QStringLiteral("sub"));
    VirtualPrinter printer(folder, GetParam(), 8);
    ASSERT_TRUE(QDir(folder).removeRecursively());
    (void)printer.take(label());
    EXPECT_EQ(printer.state(), PrinterState::Fault);
    EXPECT_EQ(printer.labelsWaiting(), 1);
    ASSERT_TRUE(QDir().mkpath(folder));
    printer.setReady();
    EXPECT_EQ(printer.labelsOut(), 1);
    EXPECT_EQ(printer.state(), PrinterState::Ready);
}

TEST_P(VirtualPrinterTest, ByteByByteIsTheSameLabel) {
    for (const char byte : label())
        ASSERT_EQ(m_printer.take(QByteArray(1, byte)).taken, 1);
    EXPECT_EQ(m_printer.labelsOut(), 1);
    EXPECT_TRUE(pageFromImage(QImage(m_printer.lastPicture()), 8) == page(1));
}

TEST_P(VirtualPrinterTest, ItCanBeToldToRunOutOfPaperAfterSomeLabels) {
    EXPECT_EQ(m_printer.order(QStringLiteral("paper-out-after 2")), QString());
    EXPECT_EQ(send(label(1)).state, PrinterState::Ready);
    EXPECT_EQ(send(label(2)).state, PrinterState::PaperOut);
    EXPECT_EQ(send(label(3)).state, PrinterState::PaperOut);
    EXPECT_EQ(m_printer.labelsOut(), 2);
    EXPECT_EQ(m_printer.order(QStringLiteral("ready")), QString());
    EXPECT_EQ(m_printer.labelsOut(), 3);
}

TEST_P(VirtualPrinterTest, ItCanPrintALabelTwiceOrLoseOne) {
    EXPECT_EQ(m_printer.order(QStringLiteral("twice")), QString());
    (void)send(label(1));
    EXPECT_EQ(m_printer.labelsOut(), 2);
    EXPECT_EQ(m_printer.order(QStringLiteral("lose")), QString());
    (void)send(label(2));
    EXPECT_EQ(m_printer.labelsOut(), 2);
    (void)send(label(3));
    EXPECT_EQ(m_printer.labelsOut(), 3);
}

TEST_P(VirtualPrinterTest, ALabelThatComesLateComesBehindTheNextAndOnce) {
    EXPECT_EQ(m_printer.order(QStringLiteral("come-late")), QString());
    EXPECT_EQ(send(label(1)).state, PrinterState::Ready);
    EXPECT_EQ(m_printer.labelsOut(), 0);
    auto printer = m_bus.open(QStringLiteral("virtual"));
    (void)printer->flush(0);
    EXPECT_EQ(printer->send(label(2), m_cancel).end, End::Accepted);
    EXPECT_TRUE(pageFromImage(QImage(m_printer.lastPicture()), 8) == page(2));
    m_printer.setReady();
    EXPECT_TRUE(pageFromImage(QImage(m_printer.lastPicture()), 8) == page(1));
    m_printer.setReady();
    EXPECT_EQ(m_printer.labelsOut(), 2);
}

TEST_P(VirtualPrinterTest, TwiceIsTwiceThoughTheDiskWasFullInBetween) {
    const QString folder = m_folder.filePath(QStringLiteral("sub"));
    VirtualPrinter printer(folder, GetParam(), 8);
    EXPECT_EQ(printer.order(QStringLiteral("twice")), QString());
    // A folder in the place of the second picture's bytes: the first is written, the second is not.
    const QString blocked = QDir(folder).filePath(QStringLiteral("label-0002.") + word(GetParam()));
    ASSERT_TRUE(QDir().mkpath(blocked));
    (void)printer.take(label());
    EXPECT_EQ(printer.labelsOut(), 1);
    EXPECT_EQ(printer.state(), PrinterState::Fault);
    ASSERT_TRUE(QDir(blocked).removeRecursively());
    printer.setReady();
    EXPECT_EQ(printer.labelsOut(), 2);
    EXPECT_EQ(printer.labelsWaiting(), 0);
}

TEST_P(VirtualPrinterTest, WhatAnotherProgramPrintedIntoItsFolderIsNotWrittenOver) {
    VirtualPrinter other(m_folder.path(), GetParam(), 8);
    (void)other.take(label(1));
    const QString first = other.lastPicture();
    (void)m_printer.take(label(2));
    EXPECT_NE(m_printer.lastPicture(), first);
    EXPECT_TRUE(pageFromImage(QImage(first), 8) == page(1));
}

TEST_P(VirtualPrinterTest, FullOfLabelsThatWaitItTakesNoMoreUntilSomeAreOut) {
    m_printer.setPaperOut();
    const QByteArray small = encode(GetParam(), test::labelLikePage(8, 8, 8, 1), {});
    int taken = 0;
    while (m_printer.take(small).end == Transfer::End::Complete && taken < 2000)
        ++taken;
    EXPECT_EQ(taken, 200);
    EXPECT_EQ(m_printer.labelsWaiting(), 200);
    m_printer.setReady();
    EXPECT_EQ(m_printer.labelsOut(), 200);
    EXPECT_EQ(m_printer.take(small).end, Transfer::End::Complete);
    EXPECT_EQ(m_printer.labelsOut(), 201);
}

TEST_P(VirtualPrinterTest, StreamsDoNotMix) {
    const QByteArray one = label(1);
    const QByteArray two = label(2);
    for (qsizetype at = 0; at < std::max(one.size(), two.size()); at += 50) {
        (void)m_printer.take(one.mid(at, 50), 1);
        (void)m_printer.take(two.mid(at, 50), 2);
    }
    EXPECT_EQ(m_printer.labelsOut(), 2);
}

TEST_P(VirtualPrinterTest, AnswersCanBeMissingLateInPiecesOrRubbish) {
    for (const char* silent : {"mute", "late", "garbage"}) {
        EXPECT_EQ(m_printer.order(QString::fromLatin1(silent)), QString());
        EXPECT_EQ(m_bus.open(QStringLiteral("virtual"))->state(), PrinterState::Unknown) << silent;
        EXPECT_EQ(m_printer.order(QStringLiteral("ready")), QString());
    }
    EXPECT_EQ(m_printer.order(QStringLiteral("split")), QString());
    EXPECT_EQ(m_bus.open(QStringLiteral("virtual"))->state(), PrinterState::Ready);
}

TEST_P(VirtualPrinterTest, AStalledPrinterTakesNothingUntilReady) {
    EXPECT_EQ(m_printer.order(QStringLiteral("stall")), QString());
    EXPECT_EQ(m_printer.take("x").taken, 0);
    EXPECT_EQ(m_printer.order(QStringLiteral("ready")), QString());
    EXPECT_EQ(m_printer.take("x").taken, 1);
}

TEST_P(VirtualPrinterTest, AnUnknownOrderIsRefusedWithThoseItKnows) {
    for (const char* bad : {"", "fly", "unplug-at", "unplug-at x", "unplug-at -1", "ready 3"}) {
        const QString problem = m_printer.order(QString::fromLatin1(bad));
        EXPECT_TRUE(problem.contains(QStringLiteral("paper-out-after"))) << bad;
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, VirtualPrinterTest,
                         testing::Values(PrinterLanguage::Zpl, PrinterLanguage::Tspl,
                                         PrinterLanguage::Epl2, PrinterLanguage::Cpcl),
                         [](const auto& way) { return word(way.param).toStdString(); });

} // namespace
} // namespace packbench
