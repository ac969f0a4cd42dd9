#include "drivers/transports/tape.h"
#include "show.h"

#include "drivers/conversation.h"
#include "faketransport.h"
#include "somelabel.h"

#include <QBuffer>

#include <algorithm>

namespace packbench {
namespace {

using test::label;
using End = SendReport::End;

TEST(Tape, EveryLineGoesThereAndBack) {
    const QByteArray lines[] = {"write 250 3 00ff1b complete 3 1",
                                "write 250 0 - gone 0 0",
                                "write 1 250 41 timeout 0 1",
                                "write 1 1 41 stalled 1 1",
                                "write 1 0 41 refused 0 0",
                                "read 20 2 0230",
                                "read 20 20 -",
                                "arrive 250 7 17",
                                "hint 0 1 paper-out",
                                "hint 0 0 nothing",
                                "hint 0 0 gone"};
    for (const QByteArray& line : lines) {
        const auto read = tapeLineFrom(line);
        ASSERT_TRUE(read) << line.constData();
        EXPECT_EQ(lineOf(*read), line);
    }
    for (const char* bad : {"", "write", "write 1 2 3 4", "write 1 0 00 perhaps 1 1", "read",
                            "fly 1 2 3", "hint 0 0 maybe", "hint maybe"})
        EXPECT_FALSE(tapeLineFrom(bad)) << bad;
}

TEST(Tape, TheHeadKeepsEverythingTheBytesDependOn) {
    TapeHead head;
    head.printer.id = QStringLiteral("usb:1d5a:0401:NB 1");
    head.printer.model = QStringLiteral("Northbeam NB-4 面单");
    head.printer.transport = QStringLiteral("spool");
    head.printer.language = PrinterLanguage::Tspl;
    head.printer.languageKnown = false;
    head.printer.dotsPerMm = 12;
    head.isTwoWay = false;
    head.keepsBack = true;
    // A setting that is new stands in neither list: this line does not compile then.
    auto& [tracking, gap, mark, left, top, darkness, speed, finish, push, z64, burns, dots] =
        head.printer.setup;
    tracking = Tracking::Mark;
    gap = 3.1;
    mark = 0.7;
    left = -1.25;
    top = 2.5;
    darkness = 55;
    speed = 102;
    finish = Finish::Cut;
    push = 12.3;
    z64 = false;
    burns = true;
    dots = 832;
    const TapeReading reading = tapeFrom(textOf(head) + "# a remark\nread 1 1 -\n");
    EXPECT_EQ(reading.problem, QString());
    EXPECT_TRUE(reading.tape.head == head) << textOf(reading.tape.head).constData();
    EXPECT_EQ(reading.tape.lines.size(), 1);
}

TEST(Tape, AFileThatIsNoTapeIsRefused) {
    const QByteArray head = textOf({});
    EXPECT_FALSE(tapeFrom("# packbench tape 1\n").problem.isEmpty());
    EXPECT_FALSE(tapeFrom("read 1 1 -\n").problem.isEmpty());
    EXPECT_TRUE(tapeFrom(head + "fly 1 1 1\n").problem.contains(QStringLiteral("no line")));
    EXPECT_FALSE(
        tapeFrom(QByteArray(head).replace("language zpl", "language elvish")).problem.isEmpty());
    EXPECT_EQ(tapeFrom(head).problem, QString());
}

struct Played {
    SendReport then;
    SendReport now;
    TapePlayer::Course course;
    Tape tape;
};

/// What a device does is written down, then played to the same conversation without the device.
Played recordAndPlay(const std::function<void(test::FakeDevice&)>& fault,
                     const PrinterDescription& description = {}, qsizetype sizeOfNow = 20'000) {
    QBuffer file;
    file.open(QIODevice::ReadWrite);
    const std::atomic<bool> never = false;
    test::FakeDevice device;
    fault(device);
    Played played;
    {
        Conversation first(description,
                           std::make_unique<TapeRecorder>(
                               description, std::make_unique<test::FakeTransport>(device), file,
                               device.stopwatch()),
                           device.stopwatch());
        played.then = first.send(label(20'000), never);
    }
    TapeReading reading = tapeFrom(file.data());
    EXPECT_EQ(reading.problem, QString());
    played.tape = reading.tape;
    {
        Conversation second(description, std::make_unique<TapePlayer>(reading.tape, played.course),
                            played.course.stopwatch());
        played.now = second.send(label(sizeOfNow), never);
    }
    return played;
}

void expectSame(const Played& played) {
    EXPECT_EQ(played.now, played.then);
    EXPECT_EQ(played.course.difference, QString());
    EXPECT_EQ(played.course.played, played.tape.lines.size());
}

TEST(Tape, AGoodLabelPlaysToTheSameEnd) {
    expectSame(recordAndPlay([](test::FakeDevice&) {}));
}

TEST(Tape, ErrorsPlayToTheSameEnd) {
    for (const auto& fault : std::initializer_list<std::function<void(test::FakeDevice&)>>{
             [](test::FakeDevice& device) { device.goneAt = 12'345; },
             [](test::FakeDevice& device) { device.refuses = true; },
             [](test::FakeDevice& device) {
                 device.stallsAt = {5000, 5000, 5000};
             }})
        expectSame(recordAndPlay(fault));
}

// Five seconds of then are none of now, and not one call more or less.
TEST(Tape, APrinterThatTakesNoMorePlaysInItsOwnTime) {
    const Played played = recordAndPlay([](test::FakeDevice& device) { device.room = 9000; });
    expectSame(played);
    EXPECT_EQ(played.now.end, End::Uncertain);
    EXPECT_GE(played.course.now, qint64(Conversation::kStallMs));
    EXPECT_EQ(played.tape.lines.last().call, TapeLine::Call::Hint);
    EXPECT_TRUE(
        std::any_of(played.tape.lines.cbegin(), played.tape.lines.cend(), [](const TapeLine& line) {
            return line.milliseconds == Conversation::kPatienceMs && line.took == line.milliseconds;
        }));
    EXPECT_TRUE(
        std::any_of(played.tape.lines.cbegin(), played.tape.lines.cend(), [](const TapeLine& line) {
            return line.milliseconds == Conversation::kPatienceMs && line.took == 0;
        }));
}

TEST(Tape, AOneWayPrinterIsNotAskedWhenItsTapeIsPlayed) {
    const Played played = recordAndPlay([](test::FakeDevice& device) { device.twoWay = false; });
    expectSame(played);
    EXPECT_FALSE(played.tape.head.isTwoWay);
}

TEST(Tape, CallsTheTapeHasLeftAreADifference) {
    const Played played =
        recordAndPlay([](test::FakeDevice& device) { device.twoWay = false; }, {}, 8192);
    EXPECT_TRUE(played.course.difference.contains(QStringLiteral("the tape goes on: write")))
        << played.course.difference.toStdString();
}

TEST(Tape, WhereTheBytesOfNowPartFromTheTapeIsSaid) {
    TapePlayer::Course course;
    TapeLine line;
    line.bytes = "old";
    line.transfer = {Transfer::End::Complete, 3};
    {
        TapePlayer player({{}, {line}}, course);
        (void)player.write("new", 250);
    }
    EXPECT_TRUE(course.difference.startsWith(QStringLiteral("Call")));
    EXPECT_TRUE(course.difference.contains(QStringLiteral("6e 65 77")));
    EXPECT_TRUE(course.difference.contains(QStringLiteral("6f 6c 64")));
}

} // namespace
} // namespace packbench
