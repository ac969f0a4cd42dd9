#include "print.h"

#include "shipping/reconciliation.h"

#include <gtest/gtest.h>

#include <random>

namespace packbench {
namespace {

constexpr Instant kFrom{1'000'000};
constexpr Instant kUntil{2'000'000};

ParcelTrace parcel(qint64 id, const char* courier = "sf") {
    ParcelTrace trace;
    trace.parcelId = id;
    trace.key = {QStringLiteral("shop"), QString::number(id)};
    trace.waybill = QStringLiteral("W%1").arg(id);
    trace.courier = QLatin1String(courier);
    trace.number = WaybillState::Reserved;
    return trace;
}

ParcelTrace printed(qint64 id, qint64 at = 1'100'000) {
    ParcelTrace trace = parcel(id);
    trace.copies = {{1, CopyState::Sent, {at}, Instant{at}, {}}};
    return trace;
}

ParcelTrace applied(qint64 id, qint64 at = 1'200'000) {
    ParcelTrace trace = printed(id, at - 100'000);
    trace.copies.first().state = CopyState::Bound;
    trace.copies.first().stateAt = {at};
    trace.copies.first().boundAt = Instant{at};
    trace.number = WaybillState::Bound;
    return trace;
}

ParcelTrace gone(qint64 id, qint64 at = 1'300'000) {
    ParcelTrace trace = applied(id, at - 100'000);
    trace.number = WaybillState::Dispatched;
    trace.dispatchedAt = Instant{at};
    return trace;
}

ParcelTrace listed(qint64 id, qint64 at = 1'400'000) {
    ParcelTrace trace = gone(id, at - 100'000);
    trace.listedAt = Instant{at};
    trace.handoverId = 1;
    return trace;
}

DayReckoning reckoned(const QList<ParcelTrace>& parcels, bool usesLists = true) {
    return reckonDay(parcels, kFrom, kUntil, usesLists);
}

TEST(Reconciliation, AParcelOnTheVehicleIsMissedNowhere) {
    const DayReckoning day = reckoned({listed(1), listed(2)});
    EXPECT_TRUE(day.findings.isEmpty());
    EXPECT_EQ(day.total, (CourierDay{{}, 2, 2, 2, 2}));
    EXPECT_EQ(day.couriers, (QList<CourierDay>{{QStringLiteral("sf"), 2, 2, 2, 2}}));
}

TEST(Reconciliation, EachStepThatIsMissingIsFoundOnce) {
    const DayReckoning day = reckoned({printed(1), applied(2), gone(3), listed(4)});
    EXPECT_EQ(day.total, (CourierDay{{}, 4, 3, 2, 1}));
    ASSERT_EQ(day.findings.size(), 3);
    EXPECT_EQ(day.findings.at(0).finding, DayFinding::PrintedNotApplied);
    EXPECT_EQ(day.findings.at(0).parcelId, 1);
    EXPECT_EQ(day.findings.at(1).finding, DayFinding::AppliedNotGone);
    EXPECT_EQ(day.findings.at(1).parcelId, 2);
    EXPECT_EQ(day.findings.at(2).finding, DayFinding::GoneNotListed);
    EXPECT_EQ(day.findings.at(2).parcelId, 3);
}

TEST(Reconciliation, WhereNoListsAreKeptNobodyIsMissedOnThem) {
    EXPECT_TRUE(reckoned({gone(1)}, false).findings.isEmpty());
}

TEST(Reconciliation, WhatHappensAfterTheDayHasNotHappened) {
    ParcelTrace late = gone(1);
    late.dispatchedAt = kUntil;
    const DayReckoning day = reckoned({late});
    EXPECT_EQ(day.total, (CourierDay{{}, 1, 1, 0, 0}));
    ASSERT_EQ(day.findings.size(), 1);
    EXPECT_EQ(day.findings.first().finding, DayFinding::AppliedNotGone);
}

TEST(Reconciliation, WhatIsOpenFromBeforeIsCarriedOverAndNotCountedAgain) {
    const DayReckoning day = reckoned({printed(1, 500'000)});
    EXPECT_EQ(day.total, CourierDay{});
    EXPECT_TRUE(day.couriers.isEmpty());
    ASSERT_EQ(day.findings.size(), 1);
    EXPECT_TRUE(day.findings.first().older);
}

TEST(Reconciliation, ACouriersOwnLabelLeavesWithoutHavingBeenPrintedHere) {
    ParcelTrace own = parcel(1);
    own.number = WaybillState::Dispatched;
    own.scannedBackAt = Instant{1'200'000};
    own.dispatchedAt = Instant{1'300'000};
    own.listedAt = Instant{1'400'000};
    const DayReckoning day = reckoned({own});
    EXPECT_EQ(day.total, (CourierDay{{}, 0, 1, 1, 1}));
    ASSERT_EQ(day.findings.size(), 1);
    EXPECT_EQ(day.findings.first().finding, DayFinding::GoneNotPrinted);
}

TEST(Reconciliation, AVoidCopyIsListedUnlessNothingOfItWasSent) {
    ParcelTrace again = applied(1);
    again.copies.prepend({1, CopyState::Void, {1'150'000}, Instant{1'050'000}, {}});
    again.copies.last().copyNo = 2;
    ParcelTrace never = printed(2);
    never.copies.prepend({1, CopyState::Void, {1'150'000}, {}, {}});
    const DayReckoning day = reckoned({again, never});
    EXPECT_EQ(day.count(DayFinding::Voided), 1);
    EXPECT_EQ(day.total.printed, 2) << "a parcel printed twice is one parcel";
}

TEST(Reconciliation, AVoidCopyIsListedWithTheNumberOnItsPaper) {
    ParcelTrace redone = applied(1);
    redone.copies.prepend(
        {1, CopyState::Void, {1'150'000}, Instant{1'050'000}, {}, QStringLiteral("W0")});
    const DayReckoning day = reckoned({redone});
    ASSERT_EQ(day.count(DayFinding::Voided), 1);
    for (const DayFindingRow& row : day.findings)
        EXPECT_EQ(row.waybill.toStdString(), row.finding == DayFinding::Voided ? "W0" : "W1");
}

TEST(Reconciliation, AnUncertainLabelIsAskedAboutAndNotCalledPrinted) {
    ParcelTrace doubt = printed(1);
    doubt.copies.first().state = CopyState::Uncertain;
    doubt.copies.first().sentAt.reset();
    const DayReckoning day = reckoned({doubt});
    EXPECT_EQ(day.count(DayFinding::Uncertain), 1);
    EXPECT_EQ(day.count(DayFinding::PrintedNotApplied), 0);
    EXPECT_EQ(day.total.printed, 0);
}

TEST(Reconciliation, ANumberThatWasGivenUpIsMissedNowhere) {
    ParcelTrace given = printed(1);
    given.number.reset();
    EXPECT_TRUE(reckoned({given}).findings.isEmpty());
}

/// Whatever happened to however many parcels: the counts only fall along the way of a parcel by
/// what the list of findings names.
TEST(Reconciliation, CountsAndFindingsAddUp) {
    std::mt19937 dice(20260921);
    for (int round = 0; round < 200; ++round) {
        QList<ParcelTrace> parcels;
        for (int i = 0; i < 40; ++i) {
            switch (dice() % 5) {
            case 0: parcels.append(printed(i)); break;
            case 1: parcels.append(applied(i)); break;
            case 2: parcels.append(gone(i)); break;
            case 3: parcels.append(listed(i)); break;
            default: parcels.append(parcel(i)); break;
            }
        }
        const DayReckoning day = reckoned(parcels);
        EXPECT_EQ(day.total.printed - day.total.applied, day.count(DayFinding::PrintedNotApplied));
        EXPECT_EQ(day.total.applied - day.total.gone, day.count(DayFinding::AppliedNotGone));
        EXPECT_EQ(day.total.gone - day.total.listed, day.count(DayFinding::GoneNotListed));
    }
}

} // namespace
} // namespace packbench
