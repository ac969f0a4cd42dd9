#include "print.h"

#include "shipping/owncode.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

ScanCode scan(const char16_t* text) {
    return classify(QString::fromUtf16(text));
}

struct NamedCase {
    const char16_t* text;
    ScanKind kind;
    const char16_t* argument;
};

TEST(OwnCode, NamesPeopleAndPlaces) {
    constexpr NamedCase cases[] = {
        {u"PBU-0417", ScanKind::Badge, u"0417"},
        {u"PBS-6771618093213450001", ScanKind::Slip, u"6771618093213450001"},
        {u"PBS-#1001", ScanKind::Slip, u"#1001"},
        {u"PBT-12", ScanKind::Tote, u"12"},
        {u"PBL-B-03-2", ScanKind::Bin, u"B-03-2"},
        {u"PBK-7", ScanKind::Basket, u"7"},
        {u"PBX-71", ScanKind::Box, u"71"},
    };
    for (const NamedCase& each : cases) {
        const ScanCode code = scan(each.text);
        EXPECT_EQ(code.kind, each.kind);
        EXPECT_EQ(code.argument, QString::fromUtf16(each.argument));
        EXPECT_EQ(code.problem, QString());
        EXPECT_EQ(code.text, QString::fromUtf16(each.text));
    }
}

struct CardCase {
    const char* text;
    Command command;
};

TEST(OwnCode, EveryCommandCardIsKnown) {
    constexpr CardCase cases[] = {
        {"PBC-OK", Command::Acknowledge},     {"PBC-CONFIRM", Command::Confirm},
        {"PBC-UNDO", Command::Undo},          {"PBC-QTY-5", Command::Quantity},
        {"PBC-SINGLE", Command::SingleItem},  {"PBC-ASIDE", Command::SetAside},
        {"PBC-AGAIN", Command::PrintAgain},   {"PBC-NONE", Command::NothingCame},
        {"PBC-CANCEL", Command::CancelLabel}, {"PBC-TSPL", Command::SayLanguage},
        {"PBC-REDO", Command::Redo},          {"PBC-EXTRA", Command::ExtraParcel},
        {"PBC-OFF", Command::SignOff},        {"PBR-torn", Command::Reason},
        {"PBC-GATE", Command::Gate},          {"PBC-CLOCK", Command::ClockRight},
    };
    for (const CardCase& each : cases) {
        const ScanCode code = classify(QString::fromLatin1(each.text));
        EXPECT_EQ(code.kind, ScanKind::Command) << each.text;
        EXPECT_EQ(code.command, each.command) << each.text;
    }
}

TEST(OwnCode, CapsLockMakesNoDifference) {
    EXPECT_EQ(scan(u"pbu-a17").argument, QStringLiteral("A17"));
    EXPECT_EQ(scan(u"pbc-ok").command, Command::Acknowledge);
    EXPECT_EQ(scan(u"PBR-TORN").argument, QStringLiteral("torn"));
    EXPECT_EQ(scan(u"pbl-b-03-2").argument, QStringLiteral("B-03-2"));
}

TEST(OwnCode, ASlipsOrderNumberStaysAsPrinted) {
    EXPECT_EQ(scan(u"PBS-ab-12C").argument, QStringLiteral("ab-12C"));
    EXPECT_EQ(scan(u"pbs-ß1").argument, QStringLiteral("ß1"));
}

TEST(OwnCode, OtherKeyboardLayoutsAreUnderstood) {
    EXPECT_EQ(scan(u"PBUß0417").argument, QStringLiteral("0417"));
    EXPECT_EQ(scan(u"PBU'0417").argument, QStringLiteral("0417"));
    EXPECT_EQ(scan(u"PBCßQTZß5").quantity, 5);
    EXPECT_EQ(scan(u"ＰＢＵ－０４１７").argument, QStringLiteral("0417"));
}

TEST(OwnCode, QuantityIsReadInEveryForm) {
    for (const char16_t* text :
         {u"PBC-QTY-5", u"QTY 5", u"QTY5", u"QTY-5", u"qty 5", u"qty:5", u"pbc-qty 5"}) {
        EXPECT_EQ(scan(text).command, Command::Quantity);
        EXPECT_EQ(scan(text).quantity, 5);
    }
    EXPECT_EQ(scan(u"QTY 9999").quantity, 9999);
}

TEST(OwnCode, QuantitiesOutOfRangeAreRefused) {
    for (const char16_t* text : {u"QTY 0", u"PBC-QTY-10000", u"QTY 999999999"}) {
        EXPECT_EQ(scan(text).kind, ScanKind::Unknown);
        EXPECT_EQ(scan(text).problem, QStringLiteral("bad-quantity"));
        EXPECT_EQ(scan(text).quantity, 1);
    }
}

TEST(OwnCode, UnknownAndEmptyCardsAreRefused) {
    EXPECT_EQ(scan(u"PBC-FLY").problem, QStringLiteral("unknown-command"));
    EXPECT_EQ(scan(u"PBC-QTY-").problem, QStringLiteral("unknown-command"));
    EXPECT_EQ(scan(u"PBU-").problem, QStringLiteral("empty-code"));
    EXPECT_EQ(scan(u"PBC-FLY").kind, ScanKind::Unknown);
}

TEST(OwnCode, SimilarTextIsNotOurs) {
    for (const char16_t* text : {u"PBU0417", u"PBY-1", u"QTYX", u"QUANTITY 5", u"PB-1"})
        EXPECT_FALSE(readOwnCode(QString::fromUtf16(text)));
}

TEST(OwnCode, WorksBehindAnAimId) {
    const ScanCode code = scan(u"]C0PBT-12\r");
    EXPECT_EQ(code.kind, ScanKind::Tote);
    EXPECT_EQ(code.aim, QStringLiteral("]C0"));
    EXPECT_EQ(code.text, QStringLiteral("PBT-12"));
}

} // namespace
} // namespace packbench
