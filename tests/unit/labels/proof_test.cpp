#include "labels/proof.h"

#include "sample.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

DrawnLabel general() {
    return drawLabel(builtInTemplate(u"general-100x150"_qs).value, chineseParcel(), 8);
}

void paint(Page& page, const QRect& place, bool black) {
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x) {
            char& byte = page.bits[qsizetype(y) * page.bytesPerRow() + x / 8];
            const char bit = static_cast<char>(0x80 >> (x % 8));
            byte = static_cast<char>(black ? byte | bit : byte & ~bit);
        }
    }
}

QStringList kindsOf(const QList<LabelFinding>& findings) {
    QStringList kinds;
    for (const LabelFinding& finding : findings)
        kinds.append(finding.kind);
    return kinds;
}

/// Where the symbol itself begins within its zone.
int leftBar(const Page& page, const QRect& zone) {
    int x = zone.left();
    while (!page.isBlack(x, zone.center().y()))
        ++x;
    return x;
}

} // namespace

TEST(Proof, ALabelAsDrawnIsProofed) {
    const DrawnLabel label = general();
    ASSERT_EQ(label.codes.size(), 2);
    EXPECT_EQ(label.codes.first().text, u"773020148806215");
    EXPECT_TRUE(proof(label.page, label.codes).isEmpty());
}

TEST(Proof, ADeadDotOfTheHeadThroughTheBarsIsFound) {
    DrawnLabel label = general();
    const QRect zone = label.codes.first().dots;
    const int bar = leftBar(label.page, zone);
    paint(label.page, QRect(bar, zone.top(), 6, zone.height()), false);
    EXPECT_EQ(kindsOf(proof(label.page, label.codes)), QStringList{u"not-read"_qs});
}

TEST(Proof, BarsMissingInOnlyAQuarterOfTheirHeightAreFound) {
    DrawnLabel label = general();
    QRect lower = label.codes.first().dots;
    lower.setTop(lower.bottom() - lower.height() / 4 + 1);
    paint(label.page, lower, false);
    EXPECT_EQ(kindsOf(proof(label.page, label.codes)), QStringList{u"not-read"_qs});
}

TEST(Proof, ABoxLineThroughTheQuietZoneIsFound) {
    DrawnLabel label = general();
    const QRect zone = label.codes.first().dots;
    const int bar = leftBar(label.page, zone);
    paint(label.page, QRect(bar - 5, zone.top(), 3, zone.height()), true);
    EXPECT_EQ(kindsOf(proof(label.page, label.codes)), QStringList{u"not-read"_qs});
}

TEST(Proof, ABlackBlotOnTheQrCodeIsFound) {
    DrawnLabel label = general();
    const QRect zone = label.codes.at(1).dots;
    paint(label.page, QRect(zone.center(), QSize(zone.width() / 2, zone.height() / 2)), true);
    EXPECT_EQ(kindsOf(proof(label.page, label.codes)), QStringList{u"not-read"_qs});
}

TEST(Proof, AnotherNumberThanExpectedIsFound) {
    DrawnLabel label = general();
    label.codes[0].text = u"773020148806216"_qs;
    label.codes[1].text = u"773020148806216"_qs;
    EXPECT_EQ(kindsOf(proof(label.page, label.codes)),
              (QStringList{u"read-differs"_qs, u"read-differs"_qs}));
}

TEST(Proof, AnEmptyPageAndPlacesOffThePageAreFound) {
    const QList<ExpectedCode> codes{{Symbology::Code128, u"1"_qs, QRect(0, 0, 400, 100)},
                                    {Symbology::Qr, u"1"_qs, QRect(700, 0, 400, 400)},
                                    {Symbology::Qr, u"1"_qs, QRect()}};
    EXPECT_EQ(proof(blankPage(800, 1200, 8), codes).size(), 3);
}

TEST(Proof, WhatStandsElsewhereOnThePageDoesNotMatter) {
    DrawnLabel label = general();
    const QRect zone = label.codes.first().dots;
    paint(label.page, QRect(0, 0, label.page.width, zone.top()), true);
    paint(label.page, QRect(0, 700, label.page.width, 60), true);
    EXPECT_TRUE(proof(label.page, {label.codes.first()}).isEmpty());
}

TEST(Proof, EveryResolutionIsProofed) {
    for (const QString& name : builtInTemplates()) {
        for (const int dotsPerMm : {8, 12, 24}) {
            for (const LabelFields& fields : {chineseParcel(), latinParcel(), overfullParcel()}) {
                const DrawnLabel label = drawLabel(builtInTemplate(name).value, fields, dotsPerMm);
                ASSERT_GE(label.codes.size(), 2) << dotsPerMm;
                EXPECT_TRUE(proof(label.page, label.codes).isEmpty())
                    << qPrintable(name) << ' ' << dotsPerMm;
            }
        }
    }
}

} // namespace packbench
