#include "labels/symbol.h"

#include "labels/page.h"
#include "labels/proof.h"
#include "labels/sheet.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// The sheet on paper with a wide white border, as readers want it.
QImage onPaper(const QImage& sheet, int border = 60) {
    QImage paper = whiteSheet(sheet.size() + QSize(2 * border, 2 * border));
    stamp(paper, sheet, {border, border}, true);
    return imageFromPage(pageFromSheet(paper, 8));
}

QStringList readBack(SymbolKind kind, const QString& text, const SymbolOptions& options = {},
                     const SymbolDots& dots = {}) {
    const SymbolModules modules = encodeSymbol(kind, text, options);
    EXPECT_TRUE(modules.problem.isEmpty()) << qPrintable(modules.problem);
    QStringList texts;
    for (const ReadCode& code : readCodes(onPaper(symbolSheet(modules, kind, dots))))
        texts.append(code.format + u' ' + code.text);
    return texts;
}

SymbolDots square(int module) {
    SymbolDots dots;
    dots.narrow = module;
    return dots;
}

} // namespace

TEST(Symbol, LinearCodesAreReadBack) {
    EXPECT_EQ(readBack(SymbolKind::Code39, u"CODE39"_qs), QStringList(u"Code39 CODE39"_qs));
    EXPECT_EQ(readBack(SymbolKind::Code93, u"CODE93"_qs), QStringList(u"Code93 CODE93"_qs));
    EXPECT_EQ(readBack(SymbolKind::Code128, u"AB-1234"_qs), QStringList(u"Code128 AB-1234"_qs));
    EXPECT_EQ(readBack(SymbolKind::Interleaved25, u"12345678"_qs), QStringList(u"ITF 12345678"_qs));
    EXPECT_EQ(readBack(SymbolKind::Ean13, u"590123412345"_qs),
              QStringList(u"EAN-13 5901234123457"_qs));
    EXPECT_EQ(readBack(SymbolKind::Ean8, u"1234567"_qs), QStringList(u"EAN-8 12345670"_qs));
    EXPECT_EQ(readBack(SymbolKind::Codabar, u"A12345B"_qs).size(), 1);
}

TEST(Symbol, WideBarsFollowTheRatio) {
    const SymbolModules modules = encodeSymbol(SymbolKind::Code39, u"CODE39"_qs);
    const int at3 = symbolSheet(modules, SymbolKind::Code39, {2, 3.0, 50}).width();
    const int at2 = symbolSheet(modules, SymbolKind::Code39, {2, 2.0, 50}).width();
    EXPECT_EQ(at3, 8 * (6 * 2 + 3 * 6) + 7 * 2);
    EXPECT_EQ(at2, 8 * (6 * 2 + 3 * 4) + 7 * 2);
}

TEST(Symbol, MatrixCodesAreReadBack) {
    EXPECT_EQ(readBack(SymbolKind::Qr, u"订单 04873"_qs, {}, square(4)),
              QStringList(u"QRCode 订单 04873"_qs));
    EXPECT_EQ(readBack(SymbolKind::DataMatrix, u"PX6719400000"_qs, {}, square(5)),
              QStringList(u"DataMatrix PX6719400000"_qs));
    EXPECT_EQ(readBack(SymbolKind::Aztec, u"Aztec123"_qs, {}, square(4)),
              QStringList(u"Aztec Aztec123"_qs));
    SymbolDots stacked = square(2);
    stacked.rowHeight = 8;
    EXPECT_EQ(readBack(SymbolKind::Pdf417, u"Hello World"_qs, {}, stacked),
              QStringList(u"PDF417 Hello World"_qs));
}

TEST(Symbol, DataMatrixIsSquareUnlessAskedOtherwise) {
    const SymbolModules squareOne = encodeSymbol(SymbolKind::DataMatrix, u"AB"_qs);
    EXPECT_EQ(squareOne.columns, squareOne.rows);
    SymbolOptions oblong;
    oblong.version = 25;
    const SymbolModules wide = encodeSymbol(SymbolKind::DataMatrix, u"AB"_qs, oblong);
    EXPECT_EQ(wide.columns, 18);
    EXPECT_EQ(wide.rows, 8);
}

TEST(Symbol, ElementStringsGetTheirBrackets) {
    EXPECT_EQ(bracketedGs1(u"42098028\u001D9205590303196500000000"_qs),
              u"[420]98028[92]05590303196500000000"_qs);
    EXPECT_EQ(bracketedGs1(u"010950600013435210ABC\u001D3103000189"_qs),
              u"[01]09506000134352[10]ABC[3103]000189"_qs);
    EXPECT_EQ(bracketedGs1(u"4"_qs), QString());
}

TEST(Symbol, NamedCode128ValuesAreDrawnAsTheyAre) {
    // Start B, "A", "B", to C, "12"
    const SymbolModules modules = code128Modules({104, 33, 34, 99, 12});
    EXPECT_EQ(modules.columns, 5 * 11 + 11 + 13);
    const auto codes = readCodes(onPaper(symbolSheet(modules, SymbolKind::Code128, {})));
    ASSERT_EQ(codes.size(), 1);
    EXPECT_EQ(codes.first().text, u"AB12"_qs);
}

TEST(Symbol, GuardBarsReachFurtherDown) {
    SymbolDots dots;
    dots.height = 100;
    dots.guardDescent = 13;
    const QImage sheet =
        symbolSheet(encodeSymbol(SymbolKind::Ean13, u"123456789012"_qs), SymbolKind::Ean13, dots);
    EXPECT_EQ(sheet.size(), QSize(190, 113));
    EXPECT_TRUE(hasInk(sheet, QRect(0, 100, 6, 13)));
    EXPECT_FALSE(hasInk(sheet, QRect(6, 100, 84, 13)));
    EXPECT_TRUE(hasInk(sheet, QRect(90, 100, 10, 13)));
    EXPECT_FALSE(hasInk(sheet, QRect(100, 100, 84, 13)));
}

TEST(Symbol, PostalBarsAreTallOrShort) {
    const SymbolModules modules = encodeSymbol(SymbolKind::Postnet, u"12345"_qs);
    const QImage sheet = symbolSheet(modules, SymbolKind::Postnet, {2, 3.0, 100});
    EXPECT_EQ(sheet.size(), QSize(31 * 5 + 2, 100));
    EXPECT_TRUE(hasInk(sheet, QRect(0, 0, 2, 20)));
    EXPECT_FALSE(hasInk(sheet, QRect(5, 0, 2, 20)));
    EXPECT_TRUE(hasInk(sheet, QRect(5, 80, 2, 20)));
}

TEST(Symbol, WhatACodeCannotHoldIsAProblemInWords) {
    EXPECT_FALSE(encodeSymbol(SymbolKind::Ean13, u"12x"_qs).problem.isEmpty());
    EXPECT_FALSE(encodeSymbol(SymbolKind::Qr, QString(9000, u'1')).problem.isEmpty());
    EXPECT_FALSE(encodeSymbol(SymbolKind::Aztec, QString()).problem.isEmpty());
    EXPECT_EQ(encodeSymbol(SymbolKind::Ean13, u"12x"_qs).columns, 0);
}

TEST(Symbol, EveryKindDrawsSomething) {
    const QList<QPair<SymbolKind, QString>> samples{
        {SymbolKind::Code11, u"12345"_qs},
        {SymbolKind::Gs1_128, u"[01]09506000134352"_qs},
        {SymbolKind::Industrial25, u"12345"_qs},
        {SymbolKind::Standard25, u"12345"_qs},
        {SymbolKind::Itf14, u"1234567890123"_qs},
        {SymbolKind::Logmars, u"LOG1"_qs},
        {SymbolKind::Msi, u"1234"_qs},
        {SymbolKind::Plessey, u"1234"_qs},
        {SymbolKind::UpcA, u"01234567890"_qs},
        {SymbolKind::UpcE, u"012345"_qs},
        {SymbolKind::UpcEanExtension, u"12"_qs},
        {SymbolKind::UpcEanExtension, u"12345"_qs},
        {SymbolKind::Planet, u"12345678901"_qs},
        {SymbolKind::Imb, u"01234567094987654321"_qs},
        {SymbolKind::Gs1DataBar, u"0112345678901"_qs},
        {SymbolKind::Gs1DataBarStacked, u"0112345678901"_qs},
        {SymbolKind::Gs1DataBarStackedOmni, u"0112345678901"_qs},
        {SymbolKind::Gs1DataBarLimited, u"0112345678901"_qs},
        {SymbolKind::Gs1DataBarExpanded, u"0112345678901231"_qs},
        {SymbolKind::Codablock, u"1234567890ABCDEF"_qs},
        {SymbolKind::Code49, u"12345ABCDE"_qs},
        {SymbolKind::Pdf417Truncated, u"1234"_qs},
        {SymbolKind::MicroPdf417, u"1234"_qs},
        {SymbolKind::MicroQr, u"1234"_qs},
        {SymbolKind::Gs1DataMatrix, u"0109506000134352"_qs},
        {SymbolKind::AztecRune, u"25"_qs}};
    for (const auto& [kind, text] : samples) {
        const SymbolModules modules = encodeSymbol(kind, text);
        EXPECT_TRUE(modules.problem.isEmpty())
            << qPrintable(text) << ": " << qPrintable(modules.problem);
        const QImage sheet = symbolSheet(modules, kind, {});
        EXPECT_TRUE(hasInk(sheet, sheet.rect())) << qPrintable(text);
    }
}

TEST(Symbol, MaxiCodeHasItsSize) {
    SymbolOptions options;
    options.mode = 4;
    const SymbolModules modules = encodeSymbol(SymbolKind::MaxiCode, u"PACKBENCH"_qs, options);
    ASSERT_TRUE(modules.problem.isEmpty()) << qPrintable(modules.problem);
    const QImage sheet = maxiCodeSheet(modules, 8);
    EXPECT_NEAR(sheet.width() / 8.0, 25, 1.5);
    EXPECT_NEAR(sheet.height() / 8.0, 24, 1.5);
}

} // namespace packbench
