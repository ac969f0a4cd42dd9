#include "pages.h"
#include "show.h"

#include "drivers/languages.h"
#include "drivers/virtual/labelmachine.h"
#include "drivers/zpl/zplidentity.h"
#include "labels/proof.h"

#include <random>

namespace packbench {
namespace {

std::unique_ptr<LabelMachine> fed(PrinterLanguage language, const QByteArray& bytes) {
    auto machine = labelMachine(language, 8);
    machine->take(bytes);
    return machine;
}

TEST(ZplMachine, AGraphicItCannotReadPrintsNothingAndIsAFault) {
    auto machine = fed(PrinterLanguage::Zpl, "^XA^PW16^LL8^FO0,0^GFA,4,4,2,F?F^FS^XZ");
    EXPECT_TRUE(machine->takeLabels().isEmpty());
    EXPECT_TRUE(machine->isFaulty());
}

TEST(ZplMachine, AnEmptyFormatPrintsNothing) {
    auto machine = fed(PrinterLanguage::Zpl, "^XA^PW16^LL8^XZ");
    EXPECT_TRUE(machine->takeLabels().isEmpty());
    EXPECT_FALSE(machine->isFaulty());
}

TEST(ZplMachine, AsManyCopiesAsAskedFor) {
    auto machine = fed(PrinterLanguage::Zpl, "^XA^PW8^LL1^PQ3,0,0,N^FO0,0^GFA,1,1,1,FF^FS^XZ");
    EXPECT_EQ(machine->takeLabels().size(), 3);
}

TEST(ZplMachine, AQueryIsAnsweredEvenInsideAFormat) {
    auto machine = fed(PrinterLanguage::Zpl, "^XA^PW8^LL1~HS^FO0,0^GFA,1,1,1,FF^FS^XZ~HS");
    EXPECT_EQ(machine->takeQueries(), (QList<QByteArray>{"~HS", "~HS"}));
    const auto labels = machine->takeLabels();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_FALSE(labels.first().bytes.contains("~HS"));
}

TEST(ZplMachine, ACancelledHalfFormatLeavesNoTrace) {
    auto machine = fed(PrinterLanguage::Zpl, "^XA^PW8^LL1^FO0,0^GFA,1,1,1,F~JX");
    machine->take("^XA^PW8^LL1^FO0,0^GFA,1,1,1,0F^FS^XZ");
    const auto labels = machine->takeLabels();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.first().page.bits, QByteArray(1, '\x0f'));
    EXPECT_TRUE(labels.first().bytes.startsWith("^XA"));
}

TEST(ZplMachine, WhatLiesOutsideThePageIsCutOff) {
    auto machine = fed(PrinterLanguage::Zpl, "^XA^PW4^LL2^FO2,1^GFA,2,2,1,FFFF^FS^XZ");
    const auto labels = machine->takeLabels();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.first().page.bits, QByteArray::fromHex("0030"));
}

QByteArray zplPrinted(const QByteArray& setup) {
    auto machine = fed(PrinterLanguage::Zpl, "^XA^PW8^LL4" + setup + "^GFA,1,1,1,C0^FS^XZ");
    const auto labels = machine->takeLabels();
    return labels.size() == 1 ? labels.first().page.bits.toHex() : QByteArray("nothing");
}

TEST(ZplMachine, AFieldIsMovedByItsOriginTheHomeAndTheShifts) {
    EXPECT_EQ(zplPrinted("^FO0,0"), "c0000000");
    EXPECT_EQ(zplPrinted("^FO1,2"), "00006000");
    EXPECT_EQ(zplPrinted("^LH2,1^FO1,1"), "00001800");
    EXPECT_EQ(zplPrinted("^LS1^FO3,0"), "30000000"); // to the left
    EXPECT_EQ(zplPrinted("^LS-2^FO0,0"), "30000000");
    EXPECT_EQ(zplPrinted("^LT2^FO0,0"), "0000c000"); // down
    EXPECT_EQ(zplPrinted("^LT-1^FO0,2"), "00c00000");
    EXPECT_EQ(zplPrinted("^FO-2000000000,5"), "00000000");
}

TEST(ZplMachine, ATurnedFormatComesOutTurned) {
    EXPECT_EQ(zplPrinted("^POI^FO0,0"), "00000003");
    EXPECT_EQ(zplPrinted("^POI^LT1^FO1,0"), "00000600");
    EXPECT_EQ(zplPrinted("^PON^FO0,0"), "c0000000");
}

TEST(ZplMachine, TheTurnStaysForTheNextFormatUntilItIsTakenBack) {
    auto machine = labelMachine(PrinterLanguage::Zpl, 8);
    const QByteArray picture = "^FO0,0^GFA,1,1,1,C0^FS^XZ";
    machine->take("^XA^PW8^LL1^POI" + picture + "^XA" + picture + "^XA^PON" + picture);
    const auto labels = machine->takeLabels();
    ASSERT_EQ(labels.size(), 3);
    EXPECT_EQ(labels.at(0).page.bits.toHex(), "03");
    EXPECT_EQ(labels.at(1).page.bits.toHex(), "03");
    EXPECT_EQ(labels.at(2).page.bits.toHex(), "c0");
}

TEST(ZplMachine, ItTellsWhatItIs) {
    auto machine = labelMachine(PrinterLanguage::Zpl, 12);
    machine->take("~HI");
    ASSERT_EQ(machine->takeQueries(), QList<QByteArray>{"~HI"});
    const auto identity = zplIdentityFrom(machine->statusAnswer("~HI", PrinterState::Ready, 0));
    ASSERT_TRUE(identity);
    EXPECT_EQ(identity->dotsPerMm, 12);
}

TEST(ZplMachine, AFormatOfEndlessPicturesIsAFault) {
    const QByteArray picture = "^FO0,0^GFA,8,7000000,7000000," + QByteArray("!") + "^FS";
    auto machine = fed(PrinterLanguage::Zpl, "^XA^PW8^LL1" + picture.repeated(10) + "^XZ");
    EXPECT_TRUE(machine->takeLabels().isEmpty());
    EXPECT_TRUE(machine->isFaulty());
}

TEST(EscPosMachine, AReceiptThatNeverEndsIsAFaultAndKeepsNoMore) {
    auto machine = labelMachine(PrinterLanguage::EscPos, 8);
    const QByteArray raster =
        QByteArray::fromHex("1d76300000100002") + QByteArray(0x1000 * 0x200, '\xff');
    for (int count = 0; count < 40; ++count)
        machine->take(raster);
    EXPECT_TRUE(machine->isFaulty());
}

TEST(TsplMachine, ReadsTheSizeInEveryUnit) {
    for (const char* size :
         {"SIZE 2 mm,1 mm", "size 2mm, 1mm", "SIZE 16 dot,8 dot", "SIZE 0.0787402,0.0393701"}) {
        auto machine = fed(PrinterLanguage::Tspl, QByteArray(size) + "\r\nCLS\r\nPRINT 1\r\n");
        const auto labels = machine->takeLabels();
        ASSERT_EQ(labels.size(), 1) << size;
        EXPECT_EQ(labels.first().page.width, 16) << size;
        EXPECT_EQ(labels.first().page.height, 8) << size;
    }
}

TEST(TsplMachine, CommandsInsideAPictureAreDots) {
    const QByteArray picture = "\x1b!?\r\nPRINT 1,1\r\n0";
    ASSERT_EQ(picture.size(), 17);
    auto machine = fed(PrinterLanguage::Tspl, "SIZE 17 mm,1 mm\r\nCLS\r\nBITMAP 0,0,17,1,1," +
                                                  picture + "\r\nPRINT 1,1\r\n");
    EXPECT_EQ(machine->takeQueries(), QList<QByteArray>());
    EXPECT_EQ(machine->takeLabels().size(), 1);
}

TEST(TsplMachine, TheModesOfAPictureDiffer) {
    const QByteArray head = "SIZE 1 mm,0.125 mm\r\nCLS\r\n";
    const auto drawn = [&head](char mode) {
        const QByteArray m(1, mode);
        auto machine =
            fed(PrinterLanguage::Tspl, head + "BITMAP 0,0,1,1," + m + ",\x0f\r\n" +
                                           "BITMAP 0,0,1,1," + m + ",\x3c\r\nPRINT 1\r\n");
        return machine->takeLabels().first().page.bits.toHex();
    };
    EXPECT_EQ(drawn('0'), "c3"); // the second replaces the first
    EXPECT_EQ(drawn('1'), "f3"); // black of both
    EXPECT_EQ(drawn('2'), "33"); // black twice is white
}

TEST(TsplMachine, AnImpossiblePictureIsAFault) {
    for (const char* line : {"BITMAP 0,0,0,1,1,\r\n", "BITMAP 0,0,99999,99999,1,\r\n",
                             "BITMAP a,b,c,d,e,\r\n", "BITMAP 1,1,1\r\nBITMAP 1,1,1,\r\n"}) {
        auto machine = fed(PrinterLanguage::Tspl, "SIZE 2 mm,2 mm\r\nCLS\r\n" + QByteArray(line) +
                                                      QByteArray(100, ' ') + "\r\n");
        EXPECT_TRUE(machine->isFaulty()) << line;
    }
}

TEST(TsplMachine, AsManyCopiesAsAskedFor) {
    auto machine = fed(PrinterLanguage::Tspl, "SIZE 2 mm,2 mm\r\nCLS\r\nPRINT 2,3\r\n");
    EXPECT_EQ(machine->takeLabels().size(), 6);
}

constexpr PrinterState kTold[] = {
    PrinterState::Ready,    PrinterState::Printing,    PrinterState::Paused,
    PrinterState::PaperOut, PrinterState::RibbonOut,   PrinterState::HeadOpen,
    PrinterState::TooHot,   PrinterState::CutterFault, PrinterState::Fault};

/// The worst that a machine's answers to all queries of its language are read as.
PrinterState told(PrinterLanguage language, PrinterState state) {
    const auto machine = labelMachine(language, 8);
    PrinterState last = PrinterState::Ready;
    for (const StatusQuery& query : driverOf(language).queries) {
        machine->take(QByteArray(query.bytes.data(), query.bytes.size()));
        QByteArray answer;
        for (const QByteArray& asked : machine->takeQueries())
            answer += machine->statusAnswer(asked, state, 0);
        EXPECT_TRUE(query.isWhole(answer)) << qPrintable(word(language));
        const PrinterState read = query.read(answer).state;
        const bool isVague = read == PrinterState::Ready || read == PrinterState::Fault;
        if (!isVague || last == PrinterState::Ready)
            last = read;
    }
    return last;
}

/// What a language cannot tell comes out as the nearest thing it can.
PrinterState tellable(PrinterLanguage language, PrinterState state) {
    const auto cannot = [state, language](PrinterState asked, PrinterLanguage who) {
        return state == asked && language == who;
    };
    if (cannot(PrinterState::RibbonOut, PrinterLanguage::Epl2))
        return PrinterState::PaperOut; // one code for both
    if (cannot(PrinterState::RibbonOut, PrinterLanguage::EscPos))
        return PrinterState::Fault; // it has none
    if (cannot(PrinterState::Printing, PrinterLanguage::EscPos))
        return PrinterState::Ready;
    if (cannot(PrinterState::Paused, PrinterLanguage::Cpcl))
        return PrinterState::Printing;
    if (cannot(PrinterState::TooHot, PrinterLanguage::Cpcl) ||
        cannot(PrinterState::CutterFault, PrinterLanguage::Cpcl))
        return PrinterState::Fault;
    return state;
}

// Each machine's answer to each query of its language, read by the language's own parser, which is
// code of another hand.
TEST(LabelMachines, EveryStateIsToldAsFarAsTheLanguageCan) {
    for (const auto language : {PrinterLanguage::Zpl, PrinterLanguage::Tspl, PrinterLanguage::Epl2,
                                PrinterLanguage::Cpcl, PrinterLanguage::EscPos})
        for (const auto state : kTold)
            EXPECT_EQ(told(language, state), tellable(language, state))
                << qPrintable(word(language)) << " of " << qPrintable(word(state));
}

TEST(Epl2Machine, CommandsInsideAPictureAreDots) {
    const QByteArray picture = "\nP1\n^ee\n..";
    auto machine = fed(PrinterLanguage::Epl2, "\nq80\nQ8,16\nN\nGW0,0,10,1," + picture + "\nP1\n");
    EXPECT_EQ(machine->takeQueries(), QList<QByteArray>());
    EXPECT_EQ(machine->takeLabels().size(), 1);
}

TEST(Epl2Machine, AHalfPictureFilledUpWithWhiteLeavesNoTrace) {
    auto machine = fed(PrinterLanguage::Epl2, "\nq8\nQ4,16\nN\nGW0,0,1,4," + QByteArray(2, '\0'));
    machine->take(QByteArray(6, '\xff') + "\r\nN\r\n");
    machine->take("\nq8\nQ1,16\nN\nGW0,0,1,1,\xf0\nP1\n");
    const auto labels = machine->takeLabels();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.first().page.bits, QByteArray(1, '\x0f'));
}

TEST(CpclMachine, AnAbortedSessionPrintsNothing) {
    auto machine =
        fed(PrinterLanguage::Cpcl, "! 0 200 200 8 1\r\nPAGE-WIDTH 8\r\nABORT\r\nPRINT\r\n");
    EXPECT_TRUE(machine->takeLabels().isEmpty());
}

TEST(EscPosMachine, TheOlderStoredRasterIsUnderstoodToo) {
    const QByteArray stored = QByteArray::fromHex("1d284c0c0030703001013108000200") + "\xf0\x0f";
    auto machine = fed(PrinterLanguage::EscPos,
                       "\x1b@" + stored + QByteArray::fromHex("1d284c02003032") + "\x1bi");
    const auto labels = machine->takeLabels();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.first().page.bits.toHex(), "f00f");
}

QStringList codesOf(PrinterLanguage language, const QByteArray& stream) {
    QStringList codes;
    auto machine = fed(language, stream);
    for (const UnderstoodLabel& label : machine->takeLabels()) {
        EXPECT_EQ(label.bytes.trimmed(), stream.trimmed());
        for (const ReadCode& code : readCodes(imageFromPage(label.page)))
            codes.append(code.text);
    }
    return codes;
}

// Streams such as other programs send, with the printer's own codes and texts.
TEST(LabelMachines, ALabelOfAnotherProgramIsDrawn) {
    const QStringList expected{QStringLiteral("SF1234567890")};
    EXPECT_EQ(codesOf(PrinterLanguage::Zpl,
                      "^XA^PW600^LL300^FO40,40^A0N,30,30^FDParcel^FS^FO60,100^BY3^BCN,100,Y,N,N"
                      "^FDSF1234567890^FS^XZ"),
              expected);
    EXPECT_EQ(codesOf(PrinterLanguage::Tspl,
                      "SIZE 80 mm,40 mm\r\nCLS\r\nTEXT 40,20,\"3\",0,1,1,\"Parcel\"\r\n"
                      "BARCODE 60,100,\"128\",100,1,0,3,3,\"SF1234567890\"\r\nPRINT 1,1\r\n"),
              expected);
    EXPECT_EQ(codesOf(PrinterLanguage::Epl2, "\nq640\nQ320,24\nN\nA40,20,0,3,1,1,N,\"Parcel\"\n"
                                             "B60,100,0,1,3,3,100,B,\"SF1234567890\"\nP1\n"),
              expected);
}

TEST(ZplMachine, OtherPrefixesStoredPicturesAndCountedBytesAreUnderstood) {
    auto machine = fed(PrinterLanguage::Zpl, "~DGR:A,2,1,F00F^XA^PW8^LL2^FO0,0^XGR:A^FS^XZ");
    auto labels = machine->takeLabels();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.first().page.bits.toHex(), "f00f");
    machine->take("^XA^FO0,0^GFB,3,3,1,^XZ^FS^XZ"); // three bytes of picture
    labels = machine->takeLabels();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.first().page.bits, QByteArray("^X"));
    machine->take("^XA^CC+^XZ+XA+FO0,0+GFA,1,1,1,FF+FS+XZ");
    EXPECT_EQ(machine->takeLabels().size(), 1);
}

TEST(Epl2Machine, APictureMayFollowItsHeadsLineEnd) {
    auto machine = fed(PrinterLanguage::Epl2, "\nq8\nQ2,16\nN\nGW0,0,1,2\n\x0f\xf0\nP1\n");
    const auto labels = machine->takeLabels();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.first().page.bits.toHex(), "f00f");
}

TEST(LabelMachines, APrinterThatPrintsAllDayDoesNotTire) {
    for (const auto& [language, label] :
         {std::pair{PrinterLanguage::Tspl,
                    QByteArray("SIZE 100 mm,150 mm\r\nCLS\r\nBAR 0,0,800,1200\r\nPRINT 1\r\n")},
          std::pair{PrinterLanguage::Epl2, QByteArray("N\nLO0,0,800,1200\nP1\n")},
          std::pair{PrinterLanguage::Zpl, QByteArray("^XA^FO0,0^GB800,1200,600^FS^XZ")}}) {
        auto machine = labelMachine(language, 8);
        for (int count = 0; count < 1'200; ++count) {
            machine->take(label);
            ASSERT_EQ(machine->takeLabels().size(), 1) << qPrintable(word(language)) << count;
        }
        EXPECT_FALSE(machine->isFaulty());
    }
}

TEST(LabelMachines, AnyBytesAreTaken) {
    const QByteArray words[] = {"^XA",         "^XZ",
                                "^GFA,4,4,2,", ":Z64:",
                                "^PW",         "99999999",
                                "~HS",         "^FO-5,-5",
                                "\r\n",        "SIZE ",
                                "BITMAP ",     "0,0,2,2,",
                                "PRINT ",      "CLS",
                                "\x1b!?",      "mm,",
                                "GW0,0,2,2,",  "\nN\n",
                                "q16\n",       "P1\n",
                                "^ee\n",       "! 0 200 200 9 1\n",
                                "CG 1 1 0 0 ", "\x1d(L",
                                "\x1bJ",       "\x1d\x0c",
                                "\x1dv0",      "\x10\x04"};
    constexpr unsigned kWords = sizeof(words) / sizeof(words[0]);
    std::mt19937 random(23);
    for (int round = 0; round < 400; ++round) {
        QByteArray bytes;
        for (int part = 0; part < 60; ++part)
            bytes += random() % 4 == 0 ? QByteArray(1, char(random())) : words[random() % kWords];
        for (const auto language :
             {PrinterLanguage::Zpl, PrinterLanguage::Tspl, PrinterLanguage::Epl2,
              PrinterLanguage::Cpcl, PrinterLanguage::EscPos}) {
            auto machine = labelMachine(language, 8);
            for (qsizetype at = 0; at < bytes.size(); at += 11)
                machine->take(bytes.mid(at, 11));
            for (const auto& label : machine->takeLabels())
                EXPECT_EQ(label.page.bits.size(),
                          qsizetype(label.page.bytesPerRow()) * label.page.height);
        }
    }
}

} // namespace
} // namespace packbench
