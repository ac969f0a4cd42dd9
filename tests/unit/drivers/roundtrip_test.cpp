#include "drivers/printerlanguage.h"
#include "drivers/virtualprinter.h"
#include "pages.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QTemporaryDir>

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

} // namespace
} // namespace packbench
