#include "labels/carrier/carrierwire.h"

#include <gtest/gtest.h>

#include <cmath>

namespace packbench {
namespace {

ForeignFile sample() {
    ForeignPage page;
    page.label.page = blankPage(16, 3, 8);
    page.label.page.bits[2] = '\x81';
    page.label.copies = 2;
    page.label.findings = {{QStringLiteral("unknown-command"), QStringLiteral("^QQ")}};
    page.codes = {{QStringLiteral("Code128"), QStringLiteral("YT42 单"), QRect(1, 2, 3, 4)},
                  {QStringLiteral("QRCode"), QStringLiteral("YT42"), QRect(5, 6, 7, 8),
                   CodeMeasure{CodeMeasure::Read::InParts, true, false, true, 2.5, 0.75}}};
    return {CarrierForm::Zpl, {page, page}, QStringLiteral("The rest was lost.")};
}

TEST(CarrierWire, CarriesAFileAsItWas) {
    const ForeignFile file = sample();
    const auto back = fromWire(toWire(file));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->form, file.form);
    EXPECT_EQ(back->problem, file.problem);
    ASSERT_EQ(back->pages.size(), 2);
    EXPECT_EQ(back->pages[1].label.page, file.pages[1].label.page);
    EXPECT_EQ(back->pages[1].label.copies, 2);
    EXPECT_EQ(back->pages[1].label.findings, file.pages[1].label.findings);
    EXPECT_EQ(back->pages[1].codes, file.pages[1].codes);
}

TEST(CarrierWire, RefusesWhatIsCutOffAnywhere) {
    const QByteArray whole = toWire(sample());
    for (qsizetype size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(fromWire(whole.left(size))) << size;
    EXPECT_FALSE(fromWire(whole + 'x'));
}

TEST(CarrierWire, RefusesPagesThatAreNotWhole) {
    ForeignFile file = sample();
    file.pages[0].label.page.bits.chop(1);
    EXPECT_FALSE(fromWire(toWire(file)));
    file = sample();
    file.pages[0].label.page.height = -3;
    EXPECT_FALSE(fromWire(toWire(file)));
    file = sample();
    file.pages[0].label.copies = 0;
    EXPECT_FALSE(fromWire(toWire(file)));
}

TEST(CarrierWire, RefusesAMeasureThatCannotBe) {
    for (const CodeMeasure& measure :
         {CodeMeasure{CodeMeasure::Read::Whole, true, true, true, -1, 1},
          CodeMeasure{CodeMeasure::Read::Whole, true, true, true, 3, 1.5},
          CodeMeasure{CodeMeasure::Read::Whole, true, true, true, std::nan(""), 1},
          CodeMeasure{static_cast<CodeMeasure::Read>(9), true, true, true, 3, 1}}) {
        ForeignFile file = sample();
        file.pages[0].codes[1].measure = measure;
        EXPECT_FALSE(fromWire(toWire(file)));
    }
}

// A reader that was taken over may say anything: whatever is flipped, nothing breaks.
TEST(CarrierWire, OutlivesEveryFlippedByte) {
    const QByteArray whole = toWire(sample());
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray bytes = whole;
        bytes[at] = static_cast<char>(~bytes[at]);
        const auto back = fromWire(bytes);
        if (!back)
            continue;
        for (const ForeignPage& page : back->pages)
            EXPECT_EQ(page.label.page.bits.size(),
                      qsizetype(page.label.page.bytesPerRow()) * page.label.page.height);
    }
}

} // namespace
} // namespace packbench
