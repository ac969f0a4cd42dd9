#include "print.h"

#include "shipping/gaterule.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

/// A parcel that may leave: its box, its only copy, bound.
GateFacts rightParcel() {
    GateFacts facts;
    facts.boxOrder = 7;
    facts.labelOrder = 7;
    facts.labelParcel = 70;
    facts.currentCopy = 1;
    facts.copyIsBound = true;
    facts.hasMark = true;
    facts.number = WaybillState::Bound;
    facts.order = OrderState::Packed;
    return facts;
}

TEST(GateRule, TheRightBoxWithItsBoundLabelPasses) {
    EXPECT_EQ(gateVerdict(rightParcel()), GateVerdict::Pass);
    GateFacts marked = rightParcel();
    marked.markedParcel = 70;
    marked.markedCopy = 1;
    EXPECT_EQ(gateVerdict(marked), GateVerdict::Pass);
}

TEST(GateRule, ACouriersOwnLabelWithoutAMarkPassesByItsNumber) {
    GateFacts facts = rightParcel();
    facts.currentCopy = 0;
    facts.copyIsBound = false;
    facts.hasMark = false;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::Pass);
}

TEST(GateRule, AnothersBoxComesBeforeEverythingElse) {
    GateFacts facts = rightParcel();
    facts.boxOrder = 8;
    facts.isDispatched = true;
    facts.isHeld = true;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::WrongBox);
    facts.boxOrder = 0;
    facts.labelOrder = 0;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::WrongBox) << "two unknowns are no match";
}

TEST(GateRule, OnlyTheCopyThatCountsPasses) {
    GateFacts facts = rightParcel();
    facts.currentCopy = 2;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::MarkNeeded) << "the number stands on both copies";
    facts.markedParcel = 70;
    facts.markedCopy = 1;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::OldCopy);
    facts.markedCopy = 2;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::Pass);
    facts.markedParcel = 71;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::WrongLabel);
}

TEST(GateRule, ASecondCopyOfATemplateWithoutMarkPassesByItsNumber) {
    GateFacts facts = rightParcel();
    facts.currentCopy = 2;
    facts.hasMark = false;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::Pass);
}

TEST(GateRule, WhatIsNotBoundStays) {
    GateFacts unscanned = rightParcel();
    unscanned.copyIsBound = false;
    EXPECT_EQ(gateVerdict(unscanned), GateVerdict::NotBound);
    for (const WaybillState state : {WaybillState::Free, WaybillState::Reserved}) {
        GateFacts facts = rightParcel();
        facts.number = state;
        EXPECT_EQ(gateVerdict(facts), GateVerdict::NotBound) << word(state).toStdString();
    }
    GateFacts unknown = rightParcel();
    unknown.number.reset();
    EXPECT_EQ(gateVerdict(unknown), GateVerdict::NotBound);
    GateFacts reopened = rightParcel();
    reopened.order = OrderState::Open;
    EXPECT_EQ(gateVerdict(reopened), GateVerdict::NotBound);
}

TEST(GateRule, WhatServiceStoppedStays) {
    GateFacts held = rightParcel();
    held.isHeld = true;
    EXPECT_EQ(gateVerdict(held), GateVerdict::Held);
    GateFacts cancelled = rightParcel();
    cancelled.order = OrderState::Cancelled;
    EXPECT_EQ(gateVerdict(cancelled), GateVerdict::Cancelled);
}

TEST(GateRule, AParcelLeavesOnceAndAVoidNumberNever) {
    GateFacts gone = rightParcel();
    gone.isDispatched = true;
    gone.number = WaybillState::Dispatched;
    EXPECT_EQ(gateVerdict(gone), GateVerdict::AlreadyGone);
    GateFacts given = rightParcel();
    given.number = WaybillState::Void;
    given.isDispatched = true;
    EXPECT_EQ(gateVerdict(given), GateVerdict::NumberVoid);
}

TEST(GateRule, AnOrderLeavesWhole) {
    GateFacts facts = rightParcel();
    facts.missingCartons = 1;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::CartonMissing);
    facts.copyIsBound = false;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::NotBound) << "its own label comes first";
}

TEST(GateRule, AForgedMarkIsNoLabelOfOurs) {
    GateFacts facts = rightParcel();
    facts.isForged = true;
    EXPECT_EQ(gateVerdict(facts), GateVerdict::WrongLabel);
}

/// Every combination of what the gate may know: what passes has all that rule R6 asks for.
TEST(GateRule, NothingPassesWithoutAllOfIt) {
    int passed = 0;
    for (int bits = 0; bits < 1 << 9; ++bits) {
        const auto bit = [bits](int n) { return (bits >> n & 1) != 0; };
        GateFacts facts = rightParcel();
        facts.boxOrder = bit(0) ? 7 : 8;
        facts.currentCopy = bit(1) ? 1 : 2;
        facts.copyIsBound = bit(2);
        facts.hasMark = bit(3);
        if (bit(4)) {
            facts.markedParcel = bit(5) ? 70 : 71;
            facts.markedCopy = bit(6) ? 1 : 2;
        }
        facts.isHeld = bit(7);
        facts.isDispatched = bit(8);
        for (const WaybillState state :
             {WaybillState::Free, WaybillState::Reserved, WaybillState::Bound,
              WaybillState::Dispatched, WaybillState::Void}) {
            facts.number = state;
            if (gateVerdict(facts) != GateVerdict::Pass)
                continue;
            ++passed;
            EXPECT_EQ(facts.boxOrder, facts.labelOrder);
            EXPECT_TRUE(facts.copyIsBound && !facts.isHeld && !facts.isDispatched);
            EXPECT_EQ(state, WaybillState::Bound);
            EXPECT_EQ(facts.markedCopy.value_or(facts.currentCopy), facts.currentCopy);
            EXPECT_EQ(facts.markedParcel.value_or(70), 70);
        }
    }
    EXPECT_GT(passed, 0);
}

TEST(GateRule, WhatCountsAsIdentityIsNamedInWords) {
    EXPECT_EQ(boxIdentitiesFrom(QStringLiteral("tote box")),
              (QSet<BoxIdentity>{BoxIdentity::Tote, BoxIdentity::Box}));
    EXPECT_EQ(boxIdentitiesFrom(QStringLiteral("slip")), QSet<BoxIdentity>{BoxIdentity::Slip});
    EXPECT_FALSE(boxIdentitiesFrom(QString()));
    EXPECT_FALSE(boxIdentitiesFrom(QStringLiteral("tote pallet")));
}

} // namespace
} // namespace packbench
