#include "pages.h"
#include "show.h"

#include "drivers/movedpage.h"
#include "drivers/printerlanguage.h"

namespace packbench {
namespace {

TEST(MovedPage, EveryDotMovesAndWhatGoesOverTheEdgeIsLost) {
    const Page page = test::noisePage(37, 21, 8, 3, 40);
    for (int right = -40; right <= 40; right += 3)
        for (int down = -22; down <= 22; down += 5) {
            const Page moved = movedPage(page, right, down);
            ASSERT_EQ(moved.bits.size(), page.bits.size());
            for (int y = 0; y < page.height; ++y)
                for (int x = 0; x < page.width; ++x) {
                    const int fromX = x - right;
                    const int fromY = y - down;
                    const bool inside =
                        fromX >= 0 && fromX < page.width && fromY >= 0 && fromY < page.height;
                    ASSERT_EQ(moved.isBlack(x, y), inside && page.isBlack(fromX, fromY));
                }
            // The padding stays white.
            for (int y = 0; y < page.height; ++y)
                ASSERT_EQ(moved.bits[y * 5 + 4] & 0x07, 0);
        }
}

TEST(MovedPage, AnOffsetOfTheSetUpMovesThePictureInEveryLanguage) {
    Page page = blankPage(80, 80, 8);
    test::fill(page, 8, 8, 8, 8);
    Page wanted = blankPage(80, 80, 8);
    test::fill(wanted, 16, 4, 8, 8);
    PrintSetup setup;
    setup.leftMm = 1;
    setup.topMm = -0.5;
    for (const auto language : {PrinterLanguage::Zpl, PrinterLanguage::Tspl, PrinterLanguage::Epl2,
                                PrinterLanguage::Cpcl, PrinterLanguage::EscPos})
        EXPECT_EQ(encode(language, page, setup), encode(language, wanted, {}));
}

} // namespace
} // namespace packbench
