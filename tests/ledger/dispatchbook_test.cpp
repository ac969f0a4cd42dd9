#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;

class DispatchBookTest : public LedgerTest {
protected:
    DispatchBook& dispatches() { return ledger().dispatches(); }
    DispatchRecord someDispatch(qint64 at) {
        DispatchRecord dispatch;
        dispatch.parcelId = givenParcel();
        dispatch.orderId = ledger().labels().parcel(dispatch.parcelId)->orderId;
        dispatch.key = orders().byId(dispatch.orderId)->order.key;
        dispatch.waybill = QStringLiteral("SF0001");
        dispatch.courier = QStringLiteral("sf");
        dispatch.dispatchedAt = {at};
        dispatch.badge = QStringLiteral("0417");
        dispatch.operatorName = QStringLiteral("小李");
        dispatch.bench = QStringLiteral("bench-1");
        dispatch.window = someWindow();
        dispatch.inGoal = false;
        return dispatch;
    }
    DispatchRecord given(qint64 at) {
        auto dispatch = someDispatch(at);
        dispatches().add(dispatch);
        return dispatch;
    }
};
ON_BOTH_DATABASES(DispatchBookTest);

TEST_P(DispatchBookTest, DispatchComesBackAsItWasWritten) {
    const auto first = given(1000);
    auto second = someDispatch(2000);
    second.window.reset();
    second.lateReason = QStringLiteral("out-of-stock");
    second.inLimit = false;
    dispatches().add(second);
    reopen();
    EXPECT_EQ(dispatches().ofParcel(first.parcelId), first);
    EXPECT_EQ(dispatches().ofParcel(second.parcelId), second);
    EXPECT_FALSE(dispatches().ofParcel(99));
}

TEST_P(DispatchBookTest, ParcelLeavesOnce) {
    auto dispatch = given(1000);
    dispatch.dispatchedAt = {2000};
    EXPECT_EQ(faultOf([&] { dispatches().add(dispatch); }), Code::Constraint);
    EXPECT_EQ(dispatches().list().size(), 1);
}

TEST_P(DispatchBookTest, ListIsOldestFirstWithinItsTimes) {
    const auto late = given(3000);
    const auto early = given(1000);
    const auto middle = given(2000);
    EXPECT_EQ(dispatches().list(), (QList{early, middle, late}));
    EXPECT_EQ(dispatches().list(Instant{2000}), (QList{middle, late}));
    EXPECT_EQ(dispatches().list({}, Instant{2000}), QList{early});
    EXPECT_EQ(dispatches().list(Instant{2000}, Instant{3000}), QList{middle});
    EXPECT_EQ(dispatches().countSince({2000}), 2);
}

TEST_P(DispatchBookTest, LateReasonMayBeGivenAfterwards) {
    const auto dispatch = given(1000);
    dispatches().setLateReason(dispatch.parcelId, QStringLiteral("address"));
    EXPECT_EQ(dispatches().ofParcel(dispatch.parcelId)->lateReason, QStringLiteral("address"));
    EXPECT_EQ(faultOf([&] { dispatches().setLateReason(99, QStringLiteral("x")); }),
              Code::Constraint);
}

TEST_P(DispatchBookTest, NobodyRewritesADispatch) {
    given(1000);
    close();
    EXPECT_EQ(runRaw(QStringLiteral("UPDATE dispatch SET late_reason = 'x'")), QString());
    for (const char* sql :
         {"DELETE FROM dispatch", "UPDATE dispatch SET dispatched_at = 1",
          "UPDATE dispatch SET badge = 'x'", "UPDATE dispatch SET operator_name = 'x'",
          "UPDATE dispatch SET in_limit = FALSE", "UPDATE dispatch SET limit_at = NULL",
          "UPDATE dispatch SET waybill = 'x'", "UPDATE dispatch SET bench = 'x'"})
        EXPECT_FALSE(runRaw(QString::fromUtf8(sql)).isEmpty()) << sql;
}

} // namespace
} // namespace packbench
