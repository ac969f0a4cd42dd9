// Packbench's own table: what the other exports cannot say wrong.
#include "collector.h"

#include <gtest/gtest.h>

using namespace packbench;
using namespace packbench::test;

namespace {

TEST(OwnTable, RowsOfOneOrderThatNameTwoAddressesKeepItOut) {
    const QByteArray head = "order,sku,quantity,name,street,phone\n";
    const QByteArray first = "P-1,A-1,1,Test Alpha,1 Fictional St,14000000001\n";
    const auto second = [&](const char* recipient) {
        return Imported(head + first + "P-1,A-2,1," + recipient + "\nP-2,A-1,1,T,S,\n");
    };
    for (const char* same : {"Test Alpha,1 Fictional St,14000000001", ",,", "Test Alpha,,"}) {
        EXPECT_EQ(second(same).found.orders.size(), 2) << same;
        EXPECT_TRUE(second(same).found.refusals.isEmpty()) << same;
    }
    for (const char* other :
         {"Test Alpha,2 Fictional St,14000000001", "Test Bravo,,", ",,14000000002"}) {
        const Imported import = second(other);
        EXPECT_EQ(import.found.numbers(), QStringList{QStringLiteral("P-2")}) << other;
        ASSERT_EQ(import.found.refusals.size(), 1) << other;
        EXPECT_EQ(import.found.refusals.first().reason, RefusalReason::Contradiction);
        EXPECT_EQ(import.found.refusals.first().line, 3);
    }
}

} // namespace
