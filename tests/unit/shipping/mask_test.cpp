#include "print.h"

#include "shipping/mask.h"

#include <gtest/gtest.h>

#include <random>

namespace packbench {
namespace {

QString phone(const char16_t* text) {
    return maskedPhone(QString::fromUtf16(text));
}
QString name(const char16_t* text) {
    return maskedName(QString::fromUtf16(text));
}
QString street(const char16_t* text) {
    return maskedStreet(QString::fromUtf16(text));
}

TEST(MaskedPhone, ShowsThreeFirstAndTwoLastOfAMobile) {
    EXPECT_EQ(phone(u"14000001278"), QStringLiteral("140******78"));
}

TEST(MaskedPhone, ShowsFewerLeadingDigitsOfShorterNumbers) {
    EXPECT_EQ(phone(u"0212345678"), QStringLiteral("02******78"));
    EXPECT_EQ(phone(u"212345678"), QStringLiteral("2******78"));
    EXPECT_EQ(phone(u"12345678"), QStringLiteral("******78"));
}

TEST(MaskedPhone, HidesShortNumbersAltogether) {
    EXPECT_EQ(phone(u"1234567"), QStringLiteral("*******"));
    EXPECT_EQ(phone(u"123-4567"), QStringLiteral("********"));
    EXPECT_EQ(phone(u"9"), QStringLiteral("*"));
    EXPECT_EQ(phone(u""), QString());
}

TEST(MaskedPhone, KeepsTheSignsBetweenDigits) {
    EXPECT_EQ(phone(u"010-1234 5678"), QStringLiteral("010-**** **78"));
    EXPECT_EQ(phone(u"+44 20 7946 0958"), QStringLiteral("+44 2* **** **58"));
}

TEST(MaskedPhone, LettersAreHiddenToo) {
    EXPECT_EQ(phone(u"甲14000001278"), QStringLiteral("*140******78"));
}

TEST(MaskedPhone, OtherScriptsDigitsCount) {
    EXPECT_EQ(phone(u"１４０００００１２７８"), QStringLiteral("１４０******７８"));
}

TEST(MaskedPhone, MaskedAndVirtualNumbersStayAsReceived) {
    EXPECT_EQ(phone(u"138****1234"), QStringLiteral("138****1234"));
    EXPECT_EQ(phone(u"14000001234-5678"), QStringLiteral("14000001234-5678"));
    EXPECT_EQ(phone(u"14000001234转5678"), QStringLiteral("14000001234转5678"));
}

TEST(MaskedPhone, ALandlineWithExtensionIsNoVirtualNumber) {
    EXPECT_EQ(phone(u"021-12345678-801"), QStringLiteral("021-********-*01"));
}

TEST(MaskedPhone, AlwaysHidesAtLeastSixDigits) {
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        QString number;
        for (int size = 1 + int(random() % 20); size > 0; --size)
            number += QStringLiteral("0123456789 -+()").at(int(random() % 15));
        const QString masked = maskedPhone(number);
        const auto digits = [](const QString& text) {
            return int(
                std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }));
        };
        ASSERT_EQ(masked.size(), number.size());
        ASSERT_LE(digits(masked), 5);
        if (digits(number) > 7) {
            ASSERT_GE(digits(number) - digits(masked), 6) << qPrintable(number);
        } else {
            ASSERT_EQ(digits(masked), 0) << qPrintable(number);
        }
    }
}

TEST(MaskedName, ShowsTheFirstCharacter) {
    EXPECT_EQ(name(u"王小明"), QStringLiteral("王**"));
    EXPECT_EQ(name(u"欧阳小明"), QStringLiteral("欧***"));
    EXPECT_EQ(name(u"王明"), QStringLiteral("王*"));
}

TEST(MaskedName, ASingleCharacterIsHidden) {
    EXPECT_EQ(name(u"王"), QStringLiteral("*"));
    EXPECT_EQ(name(u"A"), QStringLiteral("*"));
    EXPECT_EQ(name(u""), QString());
}

TEST(MaskedName, LatinNamesShowTheFirstLetterOfEachPart) {
    EXPECT_EQ(name(u"John Smith"), QStringLiteral("J*** S****"));
    EXPECT_EQ(name(u"Anna-Lena Groß"), QStringLiteral("A***-L*** G***"));
    EXPECT_EQ(name(u"Иван Петров"), QStringLiteral("И*** П*****"));
}

TEST(MaskedName, InitialsAloneAreNotShownWhole) {
    EXPECT_EQ(name(u"J S"), QStringLiteral("J *"));
    EXPECT_EQ(name(u"J Smith"), QStringLiteral("J S****"));
}

TEST(MaskedName, CharactersOfTwoCodeUnitsStayWhole) {
    EXPECT_EQ(name(u"𠮷野家"), QStringLiteral("𠮷**"));
    EXPECT_EQ(name(u"王𠮷"), QStringLiteral("王*"));
    EXPECT_EQ(name(u"E\u0301lodie Roy"), QStringLiteral("E\u0301***** R**"));
}

TEST(MaskedName, DotsOfLongNamesAreHiddenWithTheRest) {
    EXPECT_EQ(name(u"阿不都·买买提"), QStringLiteral("阿******"));
}

TEST(MaskedName, MaskedNamesStayAsReceived) {
    EXPECT_EQ(name(u"黎*"), QStringLiteral("黎*"));
    EXPECT_EQ(name(u"##密文"), QStringLiteral("##密文"));
}

TEST(MaskedName, SomethingIsAlwaysHidden) {
    std::mt19937 random(4);
    const QString alphabet = QStringLiteral("王小明AbcЖ한글é -·'.");
    for (int i = 0; i < 3000; ++i) {
        QString each;
        for (int size = 1 + int(random() % 8); size > 0; --size)
            each += alphabet.at(int(random() % std::size_t(alphabet.size())));
        const bool named =
            std::any_of(each.begin(), each.end(), [](QChar c) { return c.isLetter(); });
        if (named) {
            ASSERT_TRUE(maskedName(each).contains(u'*')) << qPrintable(each);
        }
    }
}

struct StreetCase {
    const char16_t* given;
    const char16_t* shown;
};

TEST(MaskedStreet, HidesWhatLeadsToTheDoor) {
    constexpr StreetCase cases[] = {
        {u"文一西路969号3幢2单元501室", u"文一西路969号***"},
        {u"阳光小区3号楼2单元1201", u"阳光小区***"},
        {u"阳光小区A座1201室", u"阳光小区***"},
        {u"阳光花园12-3-501", u"阳光花园***"},
        {u"人民路88号 3-502", u"人民路88号***"},
        {u"人民路88号万达广场B座23层", u"人民路88号万达广场***"},
        {u"万达大厦1201", u"万达大厦***"},
        {u"中山路123弄45号602室", u"中山路123弄***"},
        {u"学院路5号院东单元", u"学院路5号院***"},
        {u"建设路12号二楼", u"建设路12号***"},
        {u"建设路12号501", u"建设路12号***"},
        {u"创业园十二栋三楼", u"创业园***"},
        {u"科技园6#402", u"科技园***"},
        {u"新村12排3户", u"新村12排***"},
        {u"三里屯soho3号商场B1-110", u"三里屯soho3号商场***"},
        {u"四川路1688号3F", u"四川路1688号***"},
        {u"中关村南大街5号院3号楼1门502", u"中关村南大街5号院***"},
        {u"虹桥路1号101-105室", u"虹桥路1号***"},
    };
    for (const StreetCase& each : cases)
        EXPECT_EQ(street(each.given), QString::fromUtf16(each.shown));
}

TEST(MaskedStreet, AnAddressWithoutDoorStays) {
    for (const char16_t* text : {u"文一西路969号", u"鼓楼大街12号", u"钟楼街道", u"三门路100号",
                                 u"五一大道", u"中山路123弄", u"十里堡村", u"", u"人民路88-1号",
                                 u"人民路12号门面房", u"望海路10-2号", u"二楼村委会"})
        EXPECT_EQ(street(text), QString::fromUtf16(text));
}

TEST(MaskedStreet, LatinAddressesLoseTheDoorOnly) {
    constexpr StreetCase cases[] = {
        {u"12 High Street, Flat 3B", u"12 High Street, ***"},
        {u"Flat 3, 12 High Street", u"***, 12 High Street"},
        {u"350 Fifth Ave Apt 21-C", u"350 Fifth Ave ***"},
        {u"350 Fifth Ave #1204", u"350 Fifth Ave ***"},
        {u"1 Main St, 5th Floor", u"1 Main St, ***"},
        {u"Hauptstr. 5, 3. OG", u"Hauptstr. 5, ***"},
        {u"Blk 123 Ang Mo Kio, #05-12", u"***, ***"},
    };
    for (const StreetCase& each : cases)
        EXPECT_EQ(street(each.given), QString::fromUtf16(each.shown));
}

TEST(MaskedStreet, LatinAddressesWithoutDoorStay) {
    for (const char16_t* text : {u"12 High Street", u"10 Unity Road", u"5 Flatbush Avenue",
                                 u"Rue de la Roomère 3", u"1 Suiteland Dr"})
        EXPECT_EQ(street(text), QString::fromUtf16(text));
}

TEST(MaskedStreet, EndlessAddressesAreMaskedToo) {
    const QString digits(8000, u'1');
    EXPECT_EQ(maskedStreet(QStringLiteral("文一西路") + digits + QStringLiteral("室")),
              QStringLiteral("文一西路***"));
    EXPECT_LT(maskedStreet(QStringLiteral("路A") + QString(8000, u'一') + u'室').size(), 10);
}

TEST(MaskedStreet, MaskedAddressesStayAsReceived) {
    EXPECT_EQ(street(u"**路3幢501室"), QStringLiteral("**路3幢501室"));
}

TEST(MaskedStreet, MaskingTwiceIsMaskingOnce) {
    const QString once = street(u"文一西路969号3幢2单元501室");
    EXPECT_EQ(maskedStreet(once), once);
}

} // namespace
} // namespace packbench
