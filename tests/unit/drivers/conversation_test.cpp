#include "drivers/conversation.h"
#include "faketransport.h"
#include "pages.h"
#include "show.h"

namespace packbench {
namespace {

using End = SendReport::End;

const QByteArray kReady = "\x02"
                          "030,0,0,1218,000,0,0,0,000,0,0,0\x03\r\n"
                          "\x02"
                          "000,0,0,0,0,2,6,0,00000000,1,000\x03\r\n"
                          "\x02"
                          "1234,0\x03\r\n";
const QByteArray kPaperOut = QByteArray(kReady).replace(4, 3, ",1,");

QByteArray label(qsizetype size = 20000) {
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = char('A' + at * 31 % 26);
    return bytes;
}

class ConversationTest : public testing::Test {
protected:
    std::unique_ptr<Conversation> open(PrinterLanguage language = PrinterLanguage::Zpl) {
        PrinterDescription description;
        description.language = language;
        description.languageKnown = m_languageKnown;
        return std::make_unique<Conversation>(description,
                                              std::make_unique<test::FakeTransport>(m_device),
                                              m_device.stopwatch(), m_memory);
    }
    SendReport send(const QByteArray& bytes) { return open()->send(bytes, m_cancel); }

    test::FakeDevice m_device;
    std::shared_ptr<Conversation::Memory> m_memory = std::make_shared<Conversation::Memory>();
    std::atomic<bool> m_cancel = false;
    bool m_languageKnown = true;
};

TEST_F(ConversationTest, AWholeLabelGoesOutInChunksThatGrow) {
    m_device.twoWay = false;
    const SendReport report = send(label(60'000));
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.bytesTaken, 60'000);
    EXPECT_EQ(report.sentence, QString());
    EXPECT_EQ(m_device.received, label(60'000));
    EXPECT_EQ(m_device.chunkSizes, (QList<qsizetype>{8192, 16384, 32768, 2656}));
}

TEST_F(ConversationTest, APrinterThatTakesAllInAnInstantGetsTheNextLabelInOnePiece) {
    m_device.twoWay = false;
    const QByteArray bytes = label(300'000);
    send(bytes);
    m_device.chunkSizes.clear();
    send(bytes);
    EXPECT_EQ(m_device.chunkSizes, (QList<qsizetype>{131'072, 131'072, 37'856}));
    EXPECT_EQ(m_device.received, bytes + bytes);
}

TEST_F(ConversationTest, APrinterThatLetsOthersWaitGetsShortChunksAgain) {
    m_device.twoWay = false;
    send(label(100'000));
    m_device.chunkSizes.clear();
    m_device.room = m_device.received.size() + 100;
    m_device.onWrite = [](test::FakeDevice& device) {
        if (device.chunkSizes.size() == 2)
            device.room = -1;
    };
    EXPECT_EQ(send(label(100'000)).end, End::Accepted);
    ASSERT_GE(m_device.chunkSizes.size(), 2);
    EXPECT_EQ(m_device.chunkSizes.at(0), 65'536);
    EXPECT_EQ(m_device.chunkSizes.at(1), Conversation::kChunk);
}

TEST_F(ConversationTest, ShortWritesContinueAtTheRightByte) {
    m_device.mostAtOnce = 977;
    EXPECT_EQ(send(label()).end, End::Accepted);
    EXPECT_TRUE(m_device.received.startsWith(label()));
}

TEST_F(ConversationTest, ATimeoutWithAPartTakenContinuesAtTheRightByte) {
    m_device.room = 5000;
    m_device.onWrite = [](test::FakeDevice& device) {
        if (device.writes == 4)
            device.room = -1;
    };
    m_device.twoWay = false;
    EXPECT_EQ(send(label()).end, End::Accepted);
    EXPECT_EQ(m_device.received, label());
    EXPECT_EQ(m_device.now, 3 * Conversation::kPatienceMs);
}

TEST_F(ConversationTest, FiveSecondsWithoutProgressAreUncertainWithTheExactCount) {
    m_device.room = 12345;
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(report.bytesTaken, 12345);
    EXPECT_GE(m_device.now, Conversation::kStallMs);
    EXPECT_LE(m_device.now, Conversation::kStallMs + 2 * Conversation::kPatienceMs);
    EXPECT_TRUE(report.sentence.contains(QStringLiteral("12345 of 20000")));
}

TEST_F(ConversationTest, SlowProgressIsNoStall) {
    m_device.room = 0;
    m_device.onWrite = [](test::FakeDevice& device) {
        if (device.writes % 18 == 0)
            device.room += 1;
    };
    m_device.twoWay = false;
    const SendReport report = send(label(10));
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_GT(m_device.now, 4 * Conversation::kStallMs);
}

TEST_F(ConversationTest, AStalledPrinterIsNotAskedInsideItsPicture) {
    m_device.room = 100;
    m_device.hint = Transport::Hint::PaperOut;
    const SendReport report = send(label());
    EXPECT_EQ(report.state, PrinterState::PaperOut);
    EXPECT_EQ(m_device.received.size(), 100);
}

TEST_F(ConversationTest, UnplugAtEveryByteOfALabel) {
    const QByteArray bytes = encode(PrinterLanguage::Zpl, test::labelLikePage(200, 100, 8, 3), {});
    ASSERT_LT(bytes.size(), 4000);
    for (qint64 k = 1; k < bytes.size(); ++k) {
        m_device = {};
        m_device.goneAt = k;
        m_memory->holdsPartOfLabel = false;
        const SendReport report = send(bytes);
        ASSERT_EQ(report.end, End::Uncertain) << k;
        ASSERT_EQ(report.bytesTaken, k);
        ASSERT_EQ(report.state, PrinterState::Unplugged);
        ASSERT_EQ(m_device.received, bytes.left(k));
        ASSERT_EQ(m_device.writes, 1) << "nothing is tried again by itself";
    }
}

TEST_F(ConversationTest, GoneAtTheBorderOfAChunkIsUncertainToo) {
    m_device.goneAt = Conversation::kChunk;
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(report.bytesTaken, Conversation::kChunk);
}

TEST_F(ConversationTest, GoneAfterTheLastByteIsAcceptedAndUnplugged) {
    m_device.goneAt = 20000;
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.state, PrinterState::Unplugged);
}

TEST_F(ConversationTest, GoneBeforeTheFirstSubmitSentNothing) {
    m_device.goneAt = 0;
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::NothingSent);
    EXPECT_EQ(report.bytesTaken, 0);
    EXPECT_EQ(report.state, PrinterState::Unplugged);
    EXPECT_FALSE(report.sentence.isEmpty());
}

TEST_F(ConversationTest, GoneAfterTheFirstSubmitIsUncertainEvenWithoutAByte) {
    m_device.goneAt = 0;
    m_device.goneShowsAtSubmit = false;
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(report.bytesTaken, 0);
}

TEST_F(ConversationTest, ARefusedFirstByteSentNothing) {
    m_device.refuses = true;
    EXPECT_EQ(send(label()).end, End::NothingSent);
}

TEST_F(ConversationTest, CancelBeforeTheFirstByteSendsNothing) {
    m_cancel = true;
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::NothingSent);
    EXPECT_EQ(m_device.writes, 0);
    EXPECT_FALSE(report.sentence.isEmpty());
}

TEST_F(ConversationTest, CancelIsObeyedAtTheBorderOfAChunk) {
    m_device.onWrite = [this](test::FakeDevice&) { m_cancel = true; };
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(report.bytesTaken, Conversation::kChunk);
    EXPECT_EQ(m_device.received, label().left(Conversation::kChunk));
}

TEST_F(ConversationTest, CancelAfterTheLastByteChangesNothing) {
    m_device.onWrite = [this](test::FakeDevice& device) { m_cancel = device.writes == 3; };
    EXPECT_EQ(send(label()).end, End::Accepted);
}

TEST_F(ConversationTest, CancelEndsTheWaitForAStuckPrinter) {
    m_device.room = 0;
    m_device.onWrite = [this](test::FakeDevice& device) { m_cancel = device.writes == 2; };
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(m_device.now, 2 * Conversation::kPatienceMs);
}

TEST_F(ConversationTest, AHaltedPipeContinuesAtTheRightByte) {
    m_device.stallsAt = {1, 5000, 5001};
    m_device.twoWay = false;
    EXPECT_EQ(send(label()).end, End::Accepted);
    EXPECT_EQ(m_device.received, label());
}

TEST_F(ConversationTest, APipeThatHaltsForGoodIsUncertain) {
    m_device.stallsAt = {5000, 5000, 5000, 5000, 5000};
    const SendReport report = send(label());
    EXPECT_EQ(report.end, End::Uncertain);
    EXPECT_EQ(report.bytesTaken, 5000);
}

TEST_F(ConversationTest, AnEmptyLabelIsRefused) {
    EXPECT_EQ(send({}).end, End::NothingSent);
    EXPECT_EQ(m_device.writes, 0);
}

TEST_F(ConversationTest, TheStateIsAskedAfterSending) {
    m_device.onWrite = [](test::FakeDevice& device) {
        if (device.received.size() == 20000)
            device.packets.append(kReady);
    };
    const SendReport report = send(label());
    EXPECT_EQ(report.state, PrinterState::Ready);
    EXPECT_EQ(m_device.received, label() + "~HS~HQES");
}

TEST_F(ConversationTest, TheReportKeepsWarningsAndWhatIsStillToCome) {
    m_device.onWrite = [](test::FakeDevice& device) {
        if (device.received.size() == 20000)
            device.packets.append(QByteArray(kReady).replace("00000000", "00000012"));
        if (device.received.endsWith("~HS"))
            device.packets.append("\x02PRINTER STATUS\r\nERRORS: 0 00000000 00000000\r\n"
                                  "WARNINGS: 1 00000000 00000008\r\n\x03");
    };
    const SendReport report = send(label());
    EXPECT_EQ(report.labelsRemaining, 12);
    EXPECT_EQ(report.warnings, QStringList{QStringLiteral("paper-low")});
    EXPECT_EQ(report.status().state, report.state);
}

TEST_F(ConversationTest, SilenceIsUnknownAfterAQuarterOfASecondForEachQuery) {
    EXPECT_EQ(open()->state(), PrinterState::Unknown);
    EXPECT_LE(m_device.now, 2 * Conversation::kAnswerMs + 2);
}

TEST_F(ConversationTest, AMutePrinterIsAskedEverMoreSeldom) {
    QList<qint64> asked;
    for (; m_device.now < 1'500'000; m_device.now += 1000) {
        const qsizetype before = m_device.received.size();
        const qint64 at = m_device.now;
        EXPECT_EQ(open()->state(), PrinterState::Unknown);
        if (m_device.received.size() > before)
            asked.append(at / 1000);
    }
    ASSERT_GE(asked.size(), 7);
    EXPECT_LE(asked.size(), 12);
    for (qsizetype at = 2; at < asked.size(); ++at)
        EXPECT_GE(asked[at] - asked[at - 1] + 1, asked[at - 1] - asked[at - 2]);
    EXPECT_LE(asked.last() - asked[asked.size() - 2], 302) << "but at least every five minutes";
}

TEST_F(ConversationTest, APrinterThatAnsweredOnceIsAskedOnWhenItFallsSilent) {
    m_device.onWrite = [](test::FakeDevice& device) { device.packets.append(kReady); };
    EXPECT_EQ(open()->state(), PrinterState::Ready);
    m_device.onWrite = {};
    m_device.packets.clear();
    for (int poll = 0; poll < 5; ++poll) {
        const qsizetype before = m_device.received.size();
        EXPECT_EQ(open()->state(), PrinterState::Unknown);
        EXPECT_TRUE(m_device.received.mid(before).startsWith("~HS"));
    }
}

TEST_F(ConversationTest, AZebraWithoutPaperThatOnlyAnswersTheSecondQueryIsUnderstood) {
    m_device.onWrite = [](test::FakeDevice& device) {
        if (device.received.endsWith("~HS"))
            device.packets.append("\x02PRINTER STATUS\r\nERRORS: 1 00000000 00000001\r\n"
                                  "WARNINGS: 1 00000000 00000002\r\n\x03");
    };
    // The fake appends before it counts the query's bytes: the answer belongs to the second one.
    const PrinterStatus status = open()->status();
    EXPECT_EQ(status.state, PrinterState::PaperOut);
    EXPECT_EQ(status.warnings, QStringList{QStringLiteral("clean-head")});
}

TEST_F(ConversationTest, AWaitForAnAnswerEndsAtOnceWhenALabelIsUrgent) {
    std::atomic<bool> urgent = false;
    auto printer = open();
    printer->hurry(&urgent);
    m_device.onWrite = [&urgent](test::FakeDevice&) { urgent = true; };
    EXPECT_EQ(printer->state(), PrinterState::Unknown);
    EXPECT_LE(m_device.now, Conversation::kSliceMs + 1);
    // Nothing was learnt of the printer by that.
    urgent = false;
    m_device.onWrite = [](test::FakeDevice& device) { device.packets.append(kReady); };
    EXPECT_EQ(printer->state(), PrinterState::Ready);
}

TEST_F(ConversationTest, AHalfPictureOfALanguageWithoutACancelIsFilledUpWithWhite) {
    m_device.room = 300;
    (void)open(PrinterLanguage::Epl2)->send(label(), m_cancel);
    m_device.room = -1;
    m_device.twoWay = false;
    const SendReport report = open(PrinterLanguage::Epl2)->send(label(100), m_cancel);
    EXPECT_EQ(report.bytesTaken, 100);
    EXPECT_EQ(m_device.received,
              label().left(300) + QByteArray(19700, '\xff') + "\r\nN\r\n" + label(100));
}

TEST_F(ConversationTest, AnAnswerMayComeInPieces) {
    m_device.onWrite = [](test::FakeDevice& device) {
        for (qsizetype at = 0; at < kPaperOut.size(); at += 7)
            device.packets.append(kPaperOut.mid(at, 7));
    };
    EXPECT_EQ(open()->state(), PrinterState::PaperOut);
}

TEST_F(ConversationTest, AnOldAnswerInThePipeIsThrownAway) {
    m_device.packets = {kReady};
    m_device.onWrite = [](test::FakeDevice& device) { device.packets.append(kPaperOut); };
    EXPECT_EQ(open()->state(), PrinterState::PaperOut);
    m_device.onWrite = {};
    m_device.packets = {kReady};
    EXPECT_EQ(open()->state(), PrinterState::Unknown) << "an old answer is not an answer";
}

TEST_F(ConversationTest, APrinterThatTalksOnAndOnSaysNothing) {
    m_device.onWrite = [](test::FakeDevice& device) {
        for (int packet = 0; packet < 10000; ++packet)
            device.packets.append("babble ");
    };
    EXPECT_EQ(open()->state(), PrinterState::Unknown);
}

TEST_F(ConversationTest, AOneWayPrinterIsNotAsked) {
    m_device.twoWay = false;
    EXPECT_EQ(open()->state(), PrinterState::Unknown);
    EXPECT_EQ(m_device.writes, 0);
}

TEST_F(ConversationTest, APrinterOfUnknownLanguageIsNotAsked) {
    m_languageKnown = false;
    EXPECT_EQ(open()->state(), PrinterState::Unknown);
    EXPECT_EQ(m_device.writes, 0);
}

TEST_F(ConversationTest, HalfALabelIsDroppedBeforeTheNextOneEvenAfterReopening) {
    m_device.room = 300;
    EXPECT_EQ(send(label()).bytesTaken, 300);
    m_device.room = -1;
    m_device.twoWay = false;
    const SendReport report = send(label(100));
    EXPECT_EQ(report.end, End::Accepted);
    EXPECT_EQ(report.bytesTaken, 100) << "the printer's own bytes are not the label's";
    EXPECT_EQ(m_device.received, label().left(300) + "~JX" + label(100));
    EXPECT_EQ(send(label(50)).end, End::Accepted);
    EXPECT_TRUE(m_device.received.endsWith(label(100) + label(50)));
}

TEST_F(ConversationTest, APrinterHoldingHalfALabelIsNotAsked) {
    m_memory->holdsPartOfLabel = true;
    EXPECT_EQ(open()->state(), PrinterState::Unknown);
    EXPECT_EQ(m_device.writes, 0);
}

} // namespace
} // namespace packbench
