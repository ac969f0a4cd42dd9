#include "labels/proof.h"
#include "layouttest.h"

#include <gtest/gtest.h>

namespace packbench {

TEST(LayoutOfCodes, ModulesAreWholeDotsAndTheQuietZoneIsReserved) {
    const DrawnLabel label = drawn({code(Symbology::Code128, u"12345678"_qs, {10, 10, 80, 20})});
    ASSERT_EQ(label.codes.size(), 1);
    const QRect zone = label.codes.first().dots;
    EXPECT_EQ(zone.width(), (79 + 20) * 3);
    EXPECT_EQ(ink(label.page, QRect(zone.left(), zone.top(), 30, zone.height())), 0);
    EXPECT_EQ(ink(label.page, QRect(zone.right() - 29, zone.top(), 30, zone.height())), 0);
    EXPECT_TRUE(label.page.isBlack(zone.left() + 30, zone.top()));
    EXPECT_FALSE(label.page.isBlack(zone.left() + 36, zone.top()));
}

TEST(LayoutOfCodes, ModulesGetNarrowerToFitButNotNarrowerThanAQuarterMillimetre) {
    auto item = code(Symbology::Code128, u"12345678"_qs, {10, 10, 25, 20});
    EXPECT_EQ(drawn({item}).codes.first().dots.width(), 99 * 2);
    EXPECT_EQ(drawn({item}, {}, 12).codes.first().dots.width(), 99 * 3);
    item.mm.setWidth(24);
    EXPECT_EQ(kindsOf(drawn({item}).findings), QStringList{u"quiet-zone"_qs});
    item.mm.setWidth(15);
    EXPECT_EQ(kindsOf(drawn({item}).findings), QStringList{u"bad-barcode"_qs});
    EXPECT_TRUE(inkBox(drawn({item}).page).isNull());
}

TEST(LayoutOfCodes, ALineInAQuietZoneIsAFinding) {
    const auto item = code(Symbology::Code128, u"12345678"_qs, {10, 10, 80, 20});
    const QRect zone = drawn({item}).codes.first().dots;
    const auto line = plain(ItemKind::Line, {zone.left() / 8.0 + 1, 5, 0, 30});
    const DrawnLabel label = drawn({item, line});
    EXPECT_EQ(kindsOf(label.findings), QStringList{u"quiet-zone"_qs});
    EXPECT_TRUE(mustNotPrint(label.findings.first()));
}

TEST(LayoutOfCodes, TheCaptionStandsInGroupsOfFourBelowTheBars) {
    auto item = code(Symbology::Code128, u"773020148806215"_qs, {10, 10, 80, 20});
    const DrawnLabel with = drawn({item});
    const Page caption = drawn({[] {
                             auto line = text(u"7730 2014 8806 215"_qs, {10, 26, 80, 4});
                             line.align = Align::Centre;
                             return line;
                         }()})
                             .page;
    const QRect place(80, 208, 640, 32);
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x)
            ASSERT_EQ(with.page.isBlack(x, y), caption.isBlack(x, y)) << x << ' ' << y;
    }
    item.caption = false;
    EXPECT_GT(drawn({item}).codes.first().dots.height(), with.codes.first().dots.height());
}

TEST(LayoutOfCodes, ABarcodeWithoutItsFieldIsNotDrawn) {
    LabelFields fields;
    const auto item = code(Symbology::Qr, u"{{tracking}}{{copy_mark?}}"_qs, {10, 10, 30, 30});
    fields.values[u"copy_mark"_qs] = u"#2"_qs;
    const DrawnLabel label = drawn({item}, fields);
    EXPECT_EQ(kindsOf(label.findings), (QStringList{u"missing-field"_qs, u"bad-barcode"_qs}));
    EXPECT_TRUE(label.codes.isEmpty());
    fields.values[u"tracking"_qs] = u"  "_qs;
    fields.values.remove(u"copy_mark"_qs);
    EXPECT_EQ(kindsOf(drawn({item}, fields).findings), QStringList{u"bad-barcode"_qs});
}

TEST(LayoutOfCodes, CodesThatNeedNoProofAreDrawnButNotExpected) {
    auto item = code(Symbology::Qr, u"123"_qs, {10, 10, 30, 30});
    item.verify = false;
    const DrawnLabel label = drawn({item});
    EXPECT_TRUE(label.codes.isEmpty());
    EXPECT_FALSE(inkBox(label.page).isNull());
}

TEST(LayoutOfCodes, TurnedBarcodesAreProofedWhereTheyStand) {
    for (const int rotate : {90, 180, 270}) {
        auto item = code(Symbology::Code128, u"SF1234567890123"_qs,
                         rotate == 180 ? QRectF(5, 10, 90, 20) : QRectF(60, 5, 25, 120));
        item.rotate = rotate;
        const DrawnLabel label = drawn({item});
        ASSERT_EQ(label.codes.size(), 1);
        EXPECT_TRUE(proof(label.page, label.codes).isEmpty()) << rotate;
    }
}

} // namespace packbench
