#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;

class VerificationTest : public LedgerTest {
protected:
    OrderRecord m_order;

    void SetUp() override {
        LedgerTest::SetUp();
        if (!IsSkipped())
            m_order = given(someOrder());
    }
    Verification of(int line, int pieces = 1, const QString& serial = {}) {
        Verification verification;
        verification.orderId = m_order.id;
        verification.line = line;
        verification.pieces = pieces;
        verification.serial = serial;
        verification.how = QStringLiteral("scan");
        verification.badge = QStringLiteral("0417");
        verification.at = kImportedAt;
        return verification;
    }
    QList<int> done() { return orders().byId(m_order.id)->done; }
};
ON_BOTH_DATABASES(VerificationTest);

TEST_P(VerificationTest, PiecesAreCountedAndWrittenDown) {
    RawScan raw;
    raw.at = kImportedAt;
    Verification verification = of(0, 2, QStringLiteral("S-1"));
    verification.scanId = ledger().scans().record(raw);
    verification.id = orders().verify(verification);
    reopen();
    EXPECT_EQ(done(), (QList{2, 0}));
    EXPECT_EQ(orders().verifications(m_order.id), QList{verification});
}

TEST_P(VerificationTest, OverPickIsRefusedAndLeavesTheLineUntouched) {
    (void)orders().verify(of(0));
    EXPECT_EQ(faultOf([&] { (void)orders().verify(of(0, 2)); }), Code::Constraint);
    EXPECT_EQ(done(), (QList{1, 0}));
    EXPECT_EQ(orders().verifications(m_order.id).size(), 1);
}

TEST_P(VerificationTest, LineThatIsNotThereIsRefused) {
    EXPECT_EQ(faultOf([&] { (void)orders().verify(of(2)); }), Code::Constraint);
    EXPECT_EQ(faultOf([&] { (void)orders().verify(of(-1)); }), Code::Constraint);
}

TEST_P(VerificationTest, NoPiecesOrFewerAreRefused) {
    (void)orders().verify(of(0, 2));
    EXPECT_EQ(faultOf([&] { (void)orders().verify(of(0, 0)); }), Code::Constraint);
    EXPECT_EQ(faultOf([&] { (void)orders().verify(of(0, -1)); }), Code::Constraint);
    EXPECT_EQ(done(), (QList{2, 0}));
}

TEST_P(VerificationTest, SerialIsUsedOnceOfItsItem) {
    (void)orders().verify(of(0, 1, QStringLiteral("S-1")));
    EXPECT_TRUE(orders().serialUsed(QStringLiteral("TEE-BLK-L"), QStringLiteral("S-1")));
    EXPECT_FALSE(orders().serialUsed(QStringLiteral("CUP"), QStringLiteral("S-1")));
    EXPECT_EQ(faultOf([&] { (void)orders().verify(of(0, 1, QStringLiteral("S-1"))); }),
              Code::Constraint);
    EXPECT_EQ(done(), (QList{1, 0}));
    (void)orders().verify(of(1, 1, QStringLiteral("S-1")));
    EXPECT_EQ(done(), (QList{1, 1}));
}

TEST_P(VerificationTest, PiecesWithoutSerialAreNeverUsed) {
    (void)orders().verify(of(0));
    (void)orders().verify(of(0));
    EXPECT_FALSE(orders().serialUsed(QStringLiteral("TEE-BLK-L"), QString()));
}

TEST_P(VerificationTest, UndoTakesTheNewestThatCountsBack) {
    (void)orders().verify(of(0));
    (void)orders().verify(of(1, 1, QStringLiteral("S-1")));
    EXPECT_EQ(orders().undoLast(m_order.id)->line, 1);
    EXPECT_FALSE(orders().serialUsed(QStringLiteral("CUP"), QStringLiteral("S-1")));
    EXPECT_EQ(done(), (QList{1, 0}));
    EXPECT_EQ(orders().undoLast(m_order.id)->line, 0);
    EXPECT_EQ(done(), (QList{0, 0}));
    EXPECT_FALSE(orders().undoLast(m_order.id));
    EXPECT_EQ(done(), (QList{0, 0}));
}

TEST_P(VerificationTest, SerialMayBeScannedAgainAfterUndo) {
    (void)orders().verify(of(1, 1, QStringLiteral("S-1")));
    (void)orders().undoLast(m_order.id);
    (void)orders().verify(of(1, 1, QStringLiteral("S-1")));
    const auto written = orders().verifications(m_order.id);
    ASSERT_EQ(written.size(), 2);
    EXPECT_TRUE(written.at(0).undone);
    EXPECT_FALSE(written.at(1).undone);
}

TEST_P(VerificationTest, UndoTouchesNoOtherOrder) {
    (void)orders().verify(of(0));
    const auto other = given(someOrder());
    EXPECT_FALSE(orders().undoLast(other.id));
    EXPECT_EQ(done(), (QList{1, 0}));
}

TEST_P(VerificationTest, NobodyRewritesAVerification) {
    (void)orders().verify(of(0, 1, QStringLiteral("S-1")));
    (void)orders().undoLast(m_order.id);
    close();
    EXPECT_EQ(runRaw(QStringLiteral("UPDATE verification SET undone = TRUE")), QString());
    for (const char* sql :
         {"DELETE FROM verification", "UPDATE verification SET pieces = 2",
          "UPDATE verification SET serial = 'x'", "UPDATE verification SET badge = 'x'",
          "UPDATE verification SET undone = FALSE", "UPDATE verification SET sku = 'x'",
          "UPDATE verification SET how = 'x'", "UPDATE verification SET at = 1",
          "UPDATE verification SET line_id = line_id + 1"})
        EXPECT_FALSE(runRaw(QString::fromUtf8(sql)).isEmpty()) << sql;
}

TEST_P(VerificationTest, RandomScansAndUndosKeepTheSumRight) {
    std::mt19937 dice(41);
    const auto record =
        given(someOrderOf({someLine(QStringLiteral("A"), 7), someLine(QStringLiteral("B"), 1),
                           someLine(QStringLiteral("C"), 4)}));
    m_order = record;
    QList<int> expected{0, 0, 0};
    QList<std::pair<int, int>> counted;
    for (int i = 0; i < 150; ++i) {
        const int line = static_cast<int>(dice() % 3);
        const int pieces = static_cast<int>(dice() % 3) + 1;
        if (dice() % 3 == 0) {
            EXPECT_EQ(orders().undoLast(record.id).has_value(), !counted.isEmpty());
            if (!counted.isEmpty()) {
                const auto [undoneLine, undonePieces] = counted.takeLast();
                expected[undoneLine] -= undonePieces;
            }
        } else if (!faultOf([&] { (void)orders().verify(of(line, pieces)); })) {
            expected[line] += pieces;
            counted += {line, pieces};
        }
        ASSERT_EQ(done(), expected);
    }
}

} // namespace
} // namespace packbench
