#include "drivers/movedpage.h"
#include "drivers/printerlanguage.h"
#include "drivers/virtual/labelmachine.h"
#include "drivers/virtualprinter.h"
#include "labels/layout.h"
#include "labels/proof.h"
#include "labels/samplelabels.h"
#include "pages.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <cmath>

namespace packbench {
namespace {

struct Way {
    PrinterLanguage language;
    bool compressed;
};

class RoundTrip : public testing::TestWithParam<Way> {
protected:
    static QByteArray contentsOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void expectSamePageBack(const Page& page) {
        PrintSetup setup;
        setup.compressed = GetParam().compressed;
        VirtualPrinter printer(m_folder.path(), GetParam().language, page.dotsPerMm);
        const QByteArray bytes = encode(GetParam().language, page, setup);
        const Transfer transfer = printer.take(bytes);
        ASSERT_EQ(transfer.taken, bytes.size());
        ASSERT_EQ(printer.labelsOut(), 1);
        const Page printed = pageFromImage(QImage(printer.lastPicture()), page.dotsPerMm);
        EXPECT_TRUE(printed == page) << page.width << " x " << page.height;
        QString bytesPath = printer.lastPicture();
        bytesPath.replace(QStringLiteral(".png"), u'.' + word(GetParam().language));
        EXPECT_TRUE(contentsOf(bytesPath) == bytes);
    }

    QTemporaryDir m_folder;
};

TEST_P(RoundTrip, APageOfEveryWidthInAByteComesOutAsItWentIn) {
    for (int width = 1; width <= 24; ++width)
        expectSamePageBack(test::noisePage(width, 9, 8, unsigned(width), 50));
}

TEST_P(RoundTrip, RandomNoiseComesOutAsItWentIn) {
    for (unsigned seed = 1; seed <= 30; ++seed) {
        const int width = 1 + int(seed * 37 % 400);
        const int height = 1 + int(seed * 53 % 300);
        expectSamePageBack(test::noisePage(width, height, 8, seed, int(seed * 3)));
    }
}

TEST_P(RoundTrip, LabelsOfTheCourierSizesComeOutAsTheyWentIn) {
    unsigned seed = 0;
    for (const int dotsPerMm : {8, 12})
        for (const auto& [width, height] : {std::pair{100, 150}, {100, 180}, {76, 130}})
            expectSamePageBack(
                test::labelLikePage(width * dotsPerMm, height * dotsPerMm, dotsPerMm, ++seed));
    expectSamePageBack(test::labelLikePage(812, 1218, 8, 7));
    expectSamePageBack(test::labelLikePage(1219, 1828, 12, 8));
}

/// The text is drawn before it is encoded: whatever it says, no printer's language sees it.
TEST_P(RoundTrip, ALabelWithAHostileNameComesOutAsItWasDrawn) {
    const LabelTemplate form = builtInTemplate(QStringLiteral("general-76x130")).value;
    const QList<QString> names{QStringLiteral("^XA^FS~JR^XZ"),
                               QStringLiteral("\" O'Neil \r\nSELFTEST\r\nTEXT 0,0,\""),
                               QStringLiteral("\x1b!R\x1b@ KILL \"*\""),
                               QStringLiteral("😀👩‍👧"),
                               QStringLiteral("\u202Eabc\u05D0\u0627\u0628"),
                               QString(4000, u'国')};
    for (const QString& name : names) {
        LabelFields fields = sampleLabels().first().fields;
        for (const char* field : {"recipient.name", "recipient.street", "remark", "order"})
            fields.values[QLatin1String(field)] = name;
        const DrawnLabel label = drawLabel(form, fields, 8);
        EXPECT_TRUE(proof(label.page, label.codes).isEmpty()) << name.left(20).toStdString();
        expectSamePageBack(label.page);
    }
}

TEST_P(RoundTrip, AWhitePageIsFedAsAWhiteLabel) {
    expectSamePageBack(blankPage(100, 50, 8));
}

TEST_P(RoundTrip, ABlackPageComesOutBlack) {
    Page page = blankPage(801, 450, 8);
    test::fill(page, 0, 0, page.width, page.height);
    expectSamePageBack(page);
}

TEST_P(RoundTrip, ASingleDotKeepsItsPlace) {
    for (const auto& [x, y] : {std::pair{0, 0}, {98, 0}, {0, 48}, {98, 48}, {50, 25}}) {
        Page page = blankPage(99, 49, 8);
        test::fill(page, x, y, 1, 1);
        expectSamePageBack(page);
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, RoundTrip,
                         testing::Values(Way{PrinterLanguage::Zpl, true},
                                         Way{PrinterLanguage::Zpl, false},
                                         Way{PrinterLanguage::Tspl, true},
                                         Way{PrinterLanguage::Epl2, true},
                                         Way{PrinterLanguage::Cpcl, true}),
                         [](const auto& way) {
                             const std::string name = word(way.param.language).toStdString();
                             return name + (way.param.compressed ? "" : "_RunLength");
                         });

/// A receipt knows no page: what came out is as wide as its ink and as long as it was fed.
void expectSameInkBack(const Page& page) {
    const QTemporaryDir folder;
    VirtualPrinter printer(folder.path(), PrinterLanguage::EscPos, page.dotsPerMm);
    PrintSetup setup;
    setup.tracking = Tracking::Continuous;
    setup.finish = Finish::Cut;
    (void)printer.take(encode(PrinterLanguage::EscPos, page, setup));
    ASSERT_EQ(printer.labelsOut(), 1);
    const Page printed = pageFromImage(QImage(printer.lastPicture()), page.dotsPerMm);
    ASSERT_GE(printed.height, page.height);
    for (int y = 0; y < printed.height; ++y)
        for (int x = 0; x < std::max(printed.width, page.width); ++x) {
            const bool wanted = x < page.width && y < page.height && page.isBlack(x, y);
            const bool came = x < printed.width && printed.isBlack(x, y);
            ASSERT_EQ(came, wanted) << x << ' ' << y;
        }
}

TEST(ReceiptRoundTrip, TheInkComesOutWhereItWasDrawn) {
    for (unsigned seed = 1; seed <= 8; ++seed)
        expectSameInkBack(
            test::noisePage(1 + int(seed * 71 % 570), 1 + int(seed * 97 % 600), 8, seed, 3));
    expectSameInkBack(test::labelLikePage(576, 1200, 8, 9));
    Page black = blankPage(100, 700, 8);
    test::fill(black, 0, 0, 100, 700);
    expectSameInkBack(black);
}

struct Matter {
    PrinterLanguage language;
    Tracking tracking;
};

class EveryWayOfPrinting : public testing::TestWithParam<Matter> {
protected:
    static bool isBlackAt(const Page& page, int x, int y) {
        return x < page.width && y < page.height && page.isBlack(x, y);
    }
    /// A receipt is as wide and as long as its ink; every other label is as large as its page.
    static void expectSameInk(const Page& came, const Page& wanted) {
        int different = 0;
        for (int y = 0; y < std::max(came.height, wanted.height); ++y)
            for (int x = 0; x < std::max(came.width, wanted.width); ++x)
                different += isBlackAt(came, x, y) != isBlackAt(wanted, x, y) ? 1 : 0;
        EXPECT_EQ(different, 0);
    }

    static void expectPrinted(const Page& page, const PrintSetup& setup, const Page& wanted) {
        const auto machine = labelMachine(GetParam().language, page.dotsPerMm);
        machine->take(encode(GetParam().language, page, setup));
        const auto labels = machine->takeLabels();
        ASSERT_EQ(labels.size(), 1);
        EXPECT_FALSE(machine->isFaulty());
        if (GetParam().language == PrinterLanguage::EscPos)
            expectSameInk(labels.first().page, wanted);
        else
            EXPECT_TRUE(labels.first().page == wanted) << page.width << " x " << page.height;
    }

    /// A set-up with everything set; `round` tells what happens to the label in the end.
    static PrintSetup setup(unsigned round) {
        constexpr Finish kFinishes[] = {Finish::AsSet, Finish::TearOff, Finish::Peel, Finish::Cut};
        PrintSetup setup;
        setup.tracking = GetParam().tracking;
        setup.finish = kFinishes[round % std::size(kFinishes)];
        // A receipt printer knows the end of continuous paper by the cut alone.
        if (GetParam().language == PrinterLanguage::EscPos &&
            GetParam().tracking == Tracking::Continuous)
            setup.finish = Finish::Cut;
        setup.darkness = 60;
        setup.speedMmPerSecond = 100;
        setup.pushOutMm = 1.5;
        setup.markOffsetMm = 2.5;
        return setup;
    }
};

TEST_P(EveryWayOfPrinting, EveryCourierSizeComesOutAtBothResolutions) {
    unsigned round = 0;
    for (const int dotsPerMm : {8, 12})
        for (const auto& [width, height] :
             {std::pair{100.0, 150.0}, {100.0, 180.0}, {76.0, 130.0}, {101.6, 152.4}}) {
            const Page page =
                test::labelLikePage(int(std::lround(width * dotsPerMm)),
                                    int(std::lround(height * dotsPerMm)), dotsPerMm, 40 + round);
            expectPrinted(page, setup(round), page);
            ++round;
        }
}

TEST_P(EveryWayOfPrinting, NoiseOfEveryDensityComesOutHoweverItEnds) {
    for (unsigned round = 1; round <= 10; ++round) {
        const Page page = test::noisePage(1 + int(round * 61 % 300), 1 + int(round * 43 % 200), 8,
                                          round, int(round * round));
        expectPrinted(page, setup(round), page);
    }
}

TEST_P(EveryWayOfPrinting, AnOffsetMovesThePictureByWholeDots) {
    const Page page = test::labelLikePage(400, 300, 8, 77);
    for (const auto& [left, top] : {std::pair{1.0, 0.0}, {-1.375, 2.0}, {0.25, -3.5}}) {
        PrintSetup moved = setup(0);
        moved.leftMm = left;
        moved.topMm = top;
        expectPrinted(page, moved,
                      movedPage(page, int(std::lround(left * 8)), int(std::lround(top * 8))));
    }
}

QList<Matter> everyMatter() {
    QList<Matter> all;
    for (const auto language : {PrinterLanguage::Zpl, PrinterLanguage::Tspl, PrinterLanguage::Epl2,
                                PrinterLanguage::Cpcl, PrinterLanguage::EscPos})
        for (const auto tracking : {Tracking::Gap, Tracking::Mark, Tracking::Continuous})
            all.append({language, tracking});
    return all;
}

std::string nameOf(const testing::TestParamInfo<Matter>& matter) {
    static const char* const kTrackings[] = {"_Gap", "_Mark", "_Continuous"};
    return word(matter.param.language).toStdString() + kTrackings[int(matter.param.tracking)];
}

INSTANTIATE_TEST_SUITE_P(Languages, EveryWayOfPrinting, testing::ValuesIn(everyMatter()), nameOf);

} // namespace
} // namespace packbench
