#include "print.h"

#include "shipping/pick.h"

#include <gtest/gtest.h>

#include <random>

namespace packbench {

void PrintTo(const PickVerdict& verdict, std::ostream* out) {
    *out << word(verdict.outcome).toStdString() << " line " << verdict.line << " pieces "
         << verdict.pieces;
}

namespace {

ItemMatch match(const char* sku, int pieces = 1, bool asksSerial = false) {
    ItemMatch each;
    each.item.sku = QString::fromLatin1(sku);
    each.item.asksSerial = asksSerial;
    each.pieces = pieces;
    return each;
}

LineProgress line(const char* sku, int required, int done = 0, bool asksSerial = false) {
    return {QString::fromLatin1(sku), required, done, asksSerial};
}

PickOffer offer(const QList<ItemMatch>& candidates, int multiplier = 1) {
    return {candidates, multiplier, {}, false};
}

TEST(Pick, AFittingScanIsAccepted) {
    EXPECT_EQ(judgePick({line("A", 3)}, offer({match("A")})),
              (PickVerdict{PickOutcome::Accepted, 0, 1}));
}

TEST(Pick, TheLastPieceCompletesTheLine) {
    EXPECT_EQ(judgePick({line("A", 3, 2), line("B", 1)}, offer({match("A")})),
              (PickVerdict{PickOutcome::LineComplete, 0, 1}));
}

TEST(Pick, TheLastPieceOfAllCompletesTheOrder) {
    EXPECT_EQ(judgePick({line("A", 3, 2), line("B", 1, 1)}, offer({match("A")})),
              (PickVerdict{PickOutcome::OrderComplete, 0, 1}));
}

TEST(Pick, AnItemNotOrderedIsWrong) {
    EXPECT_EQ(judgePick({line("A", 3)}, offer({match("B", 6)}, 2)),
              (PickVerdict{PickOutcome::WrongItem, -1, 12}));
}

TEST(Pick, OverPickIsRefusedAndNamesTheLine) {
    EXPECT_EQ(judgePick({line("B", 1), line("A", 3, 3)}, offer({match("A")})),
              (PickVerdict{PickOutcome::TooMany, 1, 1}));
}

TEST(Pick, AllPiecesOfAScanFitOrNone) {
    EXPECT_EQ(judgePick({line("A", 10, 5)}, offer({match("A", 6)})),
              (PickVerdict{PickOutcome::TooMany, 0, 6}));
    EXPECT_EQ(judgePick({line("A", 10, 4)}, offer({match("A", 6)})),
              (PickVerdict{PickOutcome::OrderComplete, 0, 6}));
}

TEST(Pick, QuantityAndPackCodeMultiply) {
    EXPECT_EQ(judgePick({line("A", 40)}, offer({match("A", 12)}, 3)),
              (PickVerdict{PickOutcome::Accepted, 0, 36}));
}

TEST(Pick, HugeFactorsDoNotOverflowIntoAcceptance) {
    EXPECT_EQ(judgePick({line("A", 40)}, offer({match("A", 2'000'000'000)}, 9999)).outcome,
              PickOutcome::TooMany);
}

TEST(Pick, NonsenseFactorsCountAsOne) {
    EXPECT_EQ(judgePick({line("A", 2)}, offer({match("A", 0)}, -3)),
              (PickVerdict{PickOutcome::Accepted, 0, 1}));
}

TEST(Pick, OfSkusSharingACodeTheOrderedOneIsMeant) {
    EXPECT_EQ(judgePick({line("BLUE", 2)}, offer({match("RED"), match("BLUE"), match("SET", 3)})),
              (PickVerdict{PickOutcome::Accepted, 0, 1}));
}

TEST(Pick, OfSkusSharingACodeTheFirstLineWithRoomIsTaken) {
    EXPECT_EQ(judgePick({line("RED", 1, 1), line("BLUE", 2)}, offer({match("RED"), match("BLUE")})),
              (PickVerdict{PickOutcome::Accepted, 1, 1}));
}

TEST(Pick, ASkuOnTwoLinesFillsTheFirstWithEnoughRoom) {
    const QList<LineProgress> lines{line("A", 2, 1), line("A", 6)};
    EXPECT_EQ(judgePick(lines, offer({match("A")})).line, 0);
    EXPECT_EQ(judgePick(lines, offer({match("A", 6)})),
              (PickVerdict{PickOutcome::LineComplete, 1, 6}));
}

TEST(Pick, TooManyNamesALineStillOpenBeforeAFullOne) {
    const QList<LineProgress> lines{line("A", 2, 2), line("A", 2, 1)};
    EXPECT_EQ(judgePick(lines, offer({match("A", 6)})), (PickVerdict{PickOutcome::TooMany, 1, 6}));
}

TEST(Pick, ASerialItemWithoutSerialAsksForIt) {
    EXPECT_EQ(judgePick({line("R", 2, 0, true)}, offer({match("R", 1, true)})),
              (PickVerdict{PickOutcome::SerialNeeded, 0, 1}));
}

TEST(Pick, TheItemsOwnWishForASerialCountsToo) {
    EXPECT_EQ(judgePick({line("R", 2)}, offer({match("R", 1, true)})).outcome,
              PickOutcome::SerialNeeded);
}

TEST(Pick, ASerialPackedBeforeIsRefused) {
    PickOffer each = offer({match("R", 1, true)});
    each.serial = "C-77";
    each.serialUsed = true;
    EXPECT_EQ(judgePick({line("R", 2, 0, true)}, each),
              (PickVerdict{PickOutcome::SerialUsed, 0, 1}));
}

TEST(Pick, ASerialItemCountsOnePieceAScan) {
    PickOffer each = offer({match("R", 10, true)}, 5);
    each.serial = "C-78";
    EXPECT_EQ(judgePick({line("R", 20, 0, true)}, each),
              (PickVerdict{PickOutcome::Accepted, 0, 1}));
}

TEST(Pick, AFullLineIsTooManyBeforeAnySerialIsAsked) {
    EXPECT_EQ(judgePick({line("R", 1, 1, true)}, offer({match("R", 1, true)})).outcome,
              PickOutcome::TooMany);
}

TEST(Pick, ASerialOnAnItemThatAsksNoneIsNoReasonToRefuse) {
    PickOffer each = offer({match("A")});
    each.serial = "X";
    each.serialUsed = true;
    EXPECT_EQ(judgePick({line("A", 2)}, each).outcome, PickOutcome::Accepted);
}

TEST(Pick, WordsAreStable) {
    EXPECT_EQ(word(PickOutcome::OrderComplete), QStringLiteral("order-complete"));
    EXPECT_EQ(word(PickOutcome::WrongItem), QStringLiteral("wrong-item"));
    EXPECT_EQ(word(PickOutcome::TooMany), QStringLiteral("too-many"));
}

// Whole orders, packed at random.

int piecesMissing(const QList<LineProgress>& lines) {
    int missing = 0;
    for (const LineProgress& each : lines)
        missing += each.missing();
    return missing;
}

bool anyLineHasRoom(const QList<LineProgress>& lines, const ItemMatch& candidate, int multiplier) {
    return std::any_of(lines.begin(), lines.end(), [&](const LineProgress& each) {
        return each.sku == candidate.item.sku &&
               each.done + candidate.pieces * multiplier <= each.required;
    });
}

TEST(Pick, NoSequenceOfScansEverOverfillsOrStopsShort) {
    std::mt19937 random(99);
    const char* skus[] = {"A", "B", "C", "D", "E"};
    for (int run = 0; run < 500; ++run) {
        QList<LineProgress> lines;
        for (int i = 0, count = 1 + int(random() % 5); i < count; ++i)
            lines << line(skus[random() % 4], 1 + int(random() % 8));
        bool complete = false;
        for (int scan = 0; scan < 400 && !complete; ++scan) {
            const QList<ItemMatch> candidates{match(skus[random() % 5], 1 + int(random() % 3)),
                                              match(skus[random() % 5])};
            const PickOffer each = offer(candidates, 1 + int(random() % 2));
            const PickVerdict verdict = judgePick(lines, each);
            const bool counted = verdict.outcome == PickOutcome::Accepted ||
                                 verdict.outcome == PickOutcome::LineComplete ||
                                 verdict.outcome == PickOutcome::OrderComplete;
            const bool possible = anyLineHasRoom(lines, candidates[0], each.multiplier) ||
                                  anyLineHasRoom(lines, candidates[1], each.multiplier);
            ASSERT_EQ(counted, possible);
            if (!counted)
                continue;
            LineProgress& filled = lines[verdict.line];
            filled.done += verdict.pieces;
            ASSERT_LE(filled.done, filled.required);
            ASSERT_EQ(verdict.outcome == PickOutcome::Accepted, filled.missing() > 0);
            complete = verdict.outcome == PickOutcome::OrderComplete;
            ASSERT_EQ(complete, piecesMissing(lines) == 0);
        }
        ASSERT_TRUE(complete);
    }
}

} // namespace
} // namespace packbench
