#include "labels/carrier/language.h"

#include <gtest/gtest.h>

namespace packbench {

TEST(CarrierLanguage, IsSeenByTheStreamsFirstCommands) {
    EXPECT_EQ(recognisedLanguage("SIZE 100 mm,150 mm\r\nGAP 2 mm,0\r\nCLS\r\n"),
              CarrierLanguage::Tspl);
    EXPECT_EQ(recognisedLanguage("\xEF\xBB\xBF\r\nsize 4,6\ncls\nPRINT 1\n"),
              CarrierLanguage::Tspl);
    EXPECT_EQ(recognisedLanguage("\nN\nq812\nQ1218,24\nA10,10,0,3,1,1,N,\"x\"\nP1\n"),
              CarrierLanguage::Epl2);
    EXPECT_EQ(recognisedLanguage("\r\nN\r\nP1\r\n"), CarrierLanguage::Epl2);
    EXPECT_EQ(recognisedLanguage("^XA^FO50,50^FDx^FS^XZ"), CarrierLanguage::Zpl);
    EXPECT_EQ(recognisedLanguage("~DGR:A.GRF,8,1,00"), CarrierLanguage::Zpl);
}

TEST(CarrierLanguage, TextOfAnotherLanguageWithinALabelDoesNotMislead) {
    EXPECT_EQ(recognisedLanguage("SIZE 4,6\nCLS\nTEXT 1,1,\"3\",0,1,1,\"^XA^XZ\"\nPRINT 1\n"),
              CarrierLanguage::Tspl);
    EXPECT_EQ(recognisedLanguage("^XA^FO1,1^FDCLS^FS^XZ"), CarrierLanguage::Zpl);
}

TEST(CarrierLanguage, OtherFilesAreNone) {
    EXPECT_EQ(recognisedLanguage(""), std::nullopt);
    EXPECT_EQ(recognisedLanguage("%PDF-1.4\n1 0 obj\n"), std::nullopt);
    EXPECT_EQ(recognisedLanguage("order,sku,quantity\n1,2,3\n"), std::nullopt);
    EXPECT_EQ(recognisedLanguage(QByteArray(50'000, '\x89')), std::nullopt);
}

} // namespace packbench
