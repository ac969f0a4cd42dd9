#include "show.h"

#include "drivers/printermodels/printermodels.h"

#include <QFile>

namespace packbench {
namespace {

ModelMatch match(const QByteArray& id, UsbProduct usb = {0x1234, 0x5678}) {
    return matchPrinter(usb, deviceIdFrom(id));
}

void expectSure(const QByteArray& id, PrinterLanguage language, UsbProduct usb = {0x1234, 0x5678}) {
    const ModelMatch found = match(id, usb);
    EXPECT_EQ(found.language, language) << id.constData();
    EXPECT_TRUE(found.isSure) << id.constData();
    EXPECT_EQ(found.problem, QString()) << id.constData();
}

TEST(PrinterModels, ZebraIsZplInBothSpellings) {
    expectSure("MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC ZD621-203dpi ZPL;",
               PrinterLanguage::Zpl);
    expectSure("MFG:Zebra Technologies;CMD:EPL,ZPL;MDL:ZP 505;CLS:PRINTER;", PrinterLanguage::Zpl);
}

TEST(PrinterModels, ALetterCodeOfAnotherMakerIsZpl) {
    expectSure("MFG:4BARCODE;CMD:CEZD;MDL:4B-2054A;", PrinterLanguage::Zpl);
}

TEST(PrinterModels, XppOfAKnownMakerIsTspl) {
    expectSure("MFG:Marklife ;MDL:X4;CMD:XPP,XL;", PrinterLanguage::Tspl);
    expectSure("MFG:MARKLIFE ;CMD:XPP,XL;MDL:X4;CLS:PRINTER;DES:LABEL PRINTER;",
               PrinterLanguage::Tspl);
}

TEST(PrinterModels, XppOfAnyoneElseIsOnlyAGuessAndSaysSo) {
    const ModelMatch found = match("CMD:XPP,XL;MDL:QX-9;");
    EXPECT_EQ(found.language, PrinterLanguage::Tspl);
    EXPECT_FALSE(found.isSure);
    EXPECT_FALSE(found.problem.isEmpty());
    EXPECT_LT(found.score, match("MFG:Phomemo;CMD:XPP,XL;").score);
}

TEST(PrinterModels, ACommandSetBeatsTheMakersHabit) {
    expectSure("MFG:Xprinter;MDL:XP-58;CMD:ESC/POS;", PrinterLanguage::EscPos);
    expectSure("MFG:Xprinter;MDL:XP-420B;CMD:TSPL;", PrinterLanguage::Tspl);
}

TEST(PrinterModels, WhatWeCannotPrintOnIsRefusedInWords) {
    const ModelMatch brother = match("MFG:Brother;CMD:PT-CBP;MDL:QL-820NWB;");
    EXPECT_EQ(brother.language, std::nullopt);
    EXPECT_FALSE(brother.isSure);
    EXPECT_EQ(brother.problem,
              QStringLiteral("Brother QL-820NWB speaks its maker's own raster format, which "
                             "Packbench cannot print on: use a printer that speaks ZPL, TSPL, "
                             "EPL2, CPCL or ESC/POS."));
    EXPECT_FALSE(match("MFG:DYMO;MDL:LabelWriter 450;").language);
}

TEST(PrinterModels, TheOtherLanguagesAreKnownByTheirNames) {
    expectSure("MANUFACTURER:HPRT;COMMAND SET:CPCL;MODEL:HM-A300E;", PrinterLanguage::Cpcl);
    expectSure("MFG:Zebra;CMD:EPL;MDL:LP 2844;", PrinterLanguage::Epl2);
    expectSure("MFG:EPSON;MDL:TM-T88VI;CMD:ESC/POS;", PrinterLanguage::EscPos);
}

TEST(PrinterModels, AHeadThatIsNarrowerThanLabelsIsKnown) {
    EXPECT_EQ(match("MFG:Xprinter;MDL:XP-58;CMD:ESC/POS;").headMm, 48);
    EXPECT_EQ(match("MFG:Zebra;CMD:EPL;MDL:LP 2844;").headMm, 104);
    EXPECT_EQ(match("MFG:Zebra;CMD:ZPL;MDL:ZTC ZD621-203dpi ZPL;").headMm, 104);
    EXPECT_EQ(match("MFG:Zebra;CMD:ZPL;MDL:ZTC ZD611-203dpi ZPL;").headMm, 56);
    EXPECT_EQ(match("MFG:EPSON;MDL:TM-T20III;CMD:ESC/POS;").headMm, 72);
    EXPECT_EQ(match("MFG:EPSON;MDL:TM-T88VI;CMD:ESC/POS;").headMm, 64);
    EXPECT_EQ(match("MFG:EPSON;MDL:TM-P20II;CMD:ESC/POS;").headMm, 48);
    EXPECT_EQ(match("MFG:Northbeam;CMD:ZPL;MDL:NB-4;").headMm, 0);
}

TEST(PrinterModels, OfTwoLanguagesTheBetterOneIsSpoken) {
    expectSure("MFG:Northbeam;MDL:NB-4;CMD:EPL,ZPL;", PrinterLanguage::Zpl);
    expectSure("MFG:Northbeam;MDL:NB-4;CMD:ESC/POS,TSPL;", PrinterLanguage::Tspl);
    expectSure("MFG:Northbeam;MDL:NB-4;CMD:ESC/POS,CPCL;", PrinterLanguage::Cpcl);
    expectSure("MFG:Northbeam;MDL:NB-4;CMD:PJL,PCL,ZPL II;", PrinterLanguage::Zpl);
}

TEST(PrinterModels, AnOfficePrinterOfAKnownMakerIsNotTakenForItsReceiptPrinters) {
    const ModelMatch office = match("MFG:EPSON;CMD:ESCPL2,BDC,D4;MDL:XP-2;CLS:PRINTER;");
    EXPECT_EQ(office.language, std::nullopt);
    EXPECT_TRUE(office.problem.contains(QStringLiteral("cannot print on")));
    EXPECT_FALSE(match("MFG:EPSON;MDL:XP-2;").isSure);
    EXPECT_FALSE(match("MFG:Northbeam;CMD:PCL,POSTSCRIPT;MDL:Office 9;").language);
}

TEST(PrinterModels, ACloneOfZplGetsRunLengths) {
    EXPECT_FALSE(match("MFG:4BARCODE;CMD:CEZD;MDL:4B-2054A;").takesZ64);
    EXPECT_FALSE(match("MFG:Northbeam;CMD:ZPL;MDL:NB-4;").takesZ64);
    EXPECT_TRUE(match("MFG:Zebra;CMD:ZPL;MDL:ZTC ZD621-203dpi ZPL;").takesZ64);
    EXPECT_TRUE(match({}, {0x0a5f, 0x0084}).takesZ64);
}

TEST(PrinterModels, AnUnknownPrinterIsAQuestion) {
    const ModelMatch found = match("MFG:Northbeam;MDL:NB-4;");
    EXPECT_EQ(found.score, 0);
    EXPECT_FALSE(found.isSure);
    EXPECT_TRUE(found.problem.contains(QStringLiteral("say it")));
}

TEST(PrinterModels, TheUsbIdHelpsWhereTheTextIsMissing) {
    expectSure({}, PrinterLanguage::Zpl, {0x0a5f, 0x0084});
    expectSure({}, PrinterLanguage::Tspl, {0x1203, 0x0140});
    EXPECT_FALSE(match({}, {0x0a5f, 0x7777}).isSure);
    EXPECT_FALSE(match({}, {0x04f9, 0x209b}).language);
}

TEST(PrinterModels, TheResolutionIsInDotsPerMm) {
    EXPECT_EQ(match("MFG:Zebra;CMD:ZPL;MDL:ZTC ZD621-203dpi ZPL;").dotsPerMm, 8);
    EXPECT_EQ(match("MFG:Zebra;CMD:ZPL;MDL:ZTC ZD621-300dpi ZPL;").dotsPerMm, 12);
    EXPECT_EQ(match("MFG:Zebra;CMD:ZPL;MDL:ZTC ZT410-600 dpi;").dotsPerMm, 24);
    EXPECT_EQ(match("MFG:X;CMD:TSPL;MDL:T4 200dpi;").dotsPerMm, 8);
    EXPECT_EQ(match("MANUFACTURER:Zebra Technologies;COMMAND SET:ZPL;MODEL:ZTC GX430d;").dotsPerMm,
              12);
    EXPECT_EQ(match("CMD:ZPL;").dotsPerMm, 8);
}

TEST(PrinterModels, QuirksOfTheBusCountWhateverTheIdSays) {
    EXPECT_TRUE(match("MFG:Zebra;CMD:ZPL;", {0x0a5f, 0x0101}).neverReattach);
    EXPECT_FALSE(match("MFG:Zebra;CMD:ZPL;", {0x0a5f, 0x0101}).neverRead);
    EXPECT_TRUE(match("CMD:TSPL;", {0x2d84, 0xb806}).neverRead);
    EXPECT_FALSE(match("CMD:TSPL;").neverReattach);
    EXPECT_TRUE(match("CMD:ESC/POS;", {0x0519, 0x0001}).closesLate);
    EXPECT_TRUE(match({}, {0x04b8, 0x0202}).isVendorClass);
}

TEST(PrinterModels, TheNameIsMakerAndModelOnce) {
    const UsbProduct usb{0x1234, 0x5678};
    EXPECT_EQ(printerName(usb, deviceIdFrom("MFG:Acme;MDL:L4;")), QStringLiteral("Acme L4"));
    EXPECT_EQ(printerName(usb, deviceIdFrom("MFG:Acme;MDL:ACME L4;")), QStringLiteral("ACME L4"));
    EXPECT_EQ(printerName(usb, deviceIdFrom("MFG:Acme;")), QStringLiteral("Acme"));
    EXPECT_EQ(printerName(usb, {}), QStringLiteral("USB printer 1234:5678"));
}

/// The collection's own word for the language; nothing for those we do not speak.
std::optional<PrinterLanguage> languageNamed(const QByteArray& text) {
    if (text.startsWith("ZPL"))
        return PrinterLanguage::Zpl;
    if (text.startsWith("TSPL"))
        return PrinterLanguage::Tspl;
    if (text.startsWith("EPL"))
        return PrinterLanguage::Epl2;
    if (text.startsWith("CPCL"))
        return PrinterLanguage::Cpcl;
    return text.startsWith("ESC/POS") ? std::optional(PrinterLanguage::EscPos) : std::nullopt;
}

// A ratchet: every id string of the shared data is either spoken, refused in words, or asked about,
// and none is taken for the wrong language.
TEST(PrinterModels, NoIdOfTheCollectionIsTakenForTheWrongLanguage) {
    QFile file(QStringLiteral(SHARED_DATA "/devices/ieee1284_ids.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        GTEST_SKIP() << "shared data not there: devices/ieee1284_ids.tsv";
    (void)file.readLine();
    int right = 0;
    while (!file.atEnd()) {
        const QList<QByteArray> columns = file.readLine().split('\t');
        const ModelMatch found = match(columns.at(0));
        const QByteArray language = columns.at(1);
        const auto wanted = languageNamed(language);
        EXPECT_TRUE(!found.isSure || found.language == wanted)
            << columns.at(0).constData() << " is " << language.constData();
        EXPECT_TRUE(found.isSure || !found.problem.isEmpty());
        right += found.isSure == wanted.has_value() ? 1 : 0;
    }
    EXPECT_GE(right, 109);
}

} // namespace
} // namespace packbench
