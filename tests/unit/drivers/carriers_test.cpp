#include "drivers/printerlanguage.h"
#include "labels/carrier/language.h"

#include "pages.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

using test::labelLikePage;
using test::noisePage;

QList<Page> pages() {
    return {labelLikePage(800, 1200, 8, 1), labelLikePage(812, 1218, 8, 2),
            labelLikePage(799, 1199, 8, 3), labelLikePage(1219, 1828, 12, 4),
            noisePage(201, 77, 8, 5, 50),   noisePage(9, 3, 8, 6, 100)};
}

struct Written {
    PrinterLanguage by;
    CarrierLanguage as;
};

const Written kBoth[] = {{PrinterLanguage::Tspl, CarrierLanguage::Tspl},
                         {PrinterLanguage::Epl2, CarrierLanguage::Epl2}};

/// What an encoder makes of a page, drawn from its stream in pieces of that size.
QList<CarrierLabel> drawnBack(const Written& written, const Page& page, const PrintSetup& setup,
                              qsizetype piece) {
    InterpreterSetup interpreterSetup;
    interpreterSetup.dotsPerMm = page.dotsPerMm;
    const auto interpreter = carrierInterpreter(written.as, interpreterSetup);
    const QByteArray bytes = encode(written.by, page, setup);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        interpreter->take(bytes.mid(at, piece));
    interpreter->end();
    EXPECT_TRUE(interpreter->problem().isEmpty()) << qPrintable(interpreter->problem());
    return interpreter->takeLabels();
}

PrintSetup everythingSet() {
    PrintSetup setup;
    setup.tracking = Tracking::Mark;
    setup.darkness = 60;
    setup.speedMmPerSecond = 100;
    setup.finish = Finish::Cut;
    setup.pushOutMm = 3;
    return setup;
}

} // namespace

TEST(Carriers, WhatOurEncodersWriteIsDrawnBackDotForDot) {
    for (const Written& written : kBoth) {
        for (const Page& page : pages()) {
            for (const PrintSetup& setup : {PrintSetup{}, everythingSet()}) {
                const QList<CarrierLabel> labels = drawnBack(written, page, setup, 4096);
                ASSERT_EQ(labels.size(), 1);
                EXPECT_TRUE(labels.first().page == page)
                    << qPrintable(word(written.by)) << page.width;
                EXPECT_TRUE(labels.first().findings.isEmpty())
                    << qPrintable(labels.first().findings.first().text);
            }
        }
    }
}

TEST(Carriers, OurStreamsAreDrawnBackInAnyPieces) {
    const Page page = noisePage(130, 60, 8, 7, 40);
    for (const Written& written : kBoth) {
        for (const qsizetype piece : {1, 3, 17}) {
            const QList<CarrierLabel> labels = drawnBack(written, page, {}, piece);
            ASSERT_EQ(labels.size(), 1);
            EXPECT_TRUE(labels.first().page == page);
        }
    }
}

TEST(Carriers, OurStreamsAreRecognised) {
    for (const Written& written : kBoth)
        EXPECT_EQ(recognisedLanguage(encode(written.by, labelLikePage(800, 600, 8, 8), {})),
                  written.as);
    EXPECT_EQ(recognisedLanguage(encode(PrinterLanguage::Zpl, labelLikePage(800, 600, 8, 8), {})),
              CarrierLanguage::Zpl);
}

} // namespace packbench
