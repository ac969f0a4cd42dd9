#include "bench/packing.h"
#include "stationfixture.h"

namespace packbench {

TEST_F(StationTest, TheOpenLineIsTheLastCountedWithRoomElseTheFirst) {
    Packing packing(*m_ledger, order("tmall-women", "2609210001"));
    EXPECT_EQ(packing.openLine(), 0);
    const auto tea = m_ledger->items().match(QStringLiteral("06901234500530"));
    ASSERT_FALSE(tea.isEmpty());
    const PickVerdict verdict = packing.judge({tea, 1, {}, false});
    ASSERT_EQ(verdict.line, 1);
    Transaction transaction(*m_ledger);
    RawScan raw;
    raw.text = QStringLiteral("6901234500530");
    Verification how;
    how.scanId = m_ledger->scans().record(raw);
    how.how = QStringLiteral("scan");
    packing.count(verdict, how);
    transaction.commit();
    EXPECT_EQ(packing.openLine(), 0) << "tea is full, so the first line with room";
    EXPECT_EQ(packing.done(), 1);
}

TEST_F(StationTest, RecipientsAreShownMasked) {
    const Packing packing(*m_ledger, order("tmall-women", "2609210001"));
    EXPECT_EQ(packing.shown().recipient, QStringLiteral("王**"));
    EXPECT_EQ(packing.shown().place, QStringLiteral("浙江省 杭州市"));
}

TEST_F(StationTest, PostageIsNoPiece) {
    ShopOrder posted;
    posted.key = {QStringLiteral("s"), QStringLiteral("1")};
    posted.lines = {{QStringLiteral("CUP-SS-500"), QStringLiteral("cup"), {}, 2, true},
                    {QStringLiteral("POST"), QStringLiteral("postage"), {}, 1, false}};
    const qint64 id = m_ledger->orders().add(posted, std::nullopt, m_clock.now());
    const Packing packing(*m_ledger, *m_ledger->orders().byId(id));
    EXPECT_EQ(packing.required(), 2);
    EXPECT_EQ(packing.shown().lines.size(), 1);
}

} // namespace packbench
