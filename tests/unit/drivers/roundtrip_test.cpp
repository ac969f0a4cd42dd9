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
                                         Way{PrinterLanguage::Tspl, true}),
                         [](const auto& way) {
                             if (way.param.language == PrinterLanguage::Tspl)
                                 return "Tspl";
                             return way.param.compressed ? "ZplZ64" : "ZplRunLength";
                         });

} // namespace
} // namespace packbench
