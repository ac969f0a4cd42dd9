#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {
namespace {

/// Its label is printed, the shop cancels it, and customer service stops it besides.
class HeldOrder : public testing::Test {
protected:
    HeldOrder() : m_ledger(QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("l.db"))) {
        run("init --sample-shop --simulation");
        run("station --simulation", "PBU-0417\n2609210012\n6901234500868\n");
        QFile file(m_folder.filePath(QStringLiteral("cancelled.csv")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("shop,order,state,sku,title,quantity,name,phone,country,province,city,district,"
                   "street\n"
                   "tmall-women,2609210012,cancelled,SOCK-CW-M,socks,1,Test,14000000012,CN,"
                   "Zhejiang,Ningbo,Haishu,Test Road 12\n");
        file.close();
        run({QStringLiteral("import"), QStringLiteral("orders"), file.fileName()});
        run("order hold 2609210012");
    }
    Ended run(const QStringList& words, const QByteArray& input = {}) {
        return packctl(
            words + QStringList{QStringLiteral("--ledger"), m_ledger, QStringLiteral("--json")},
            input);
    }
    Ended run(const char* words, const QByteArray& input = {}) {
        return run(QString::fromLatin1(words).split(u' '), input);
    }
    QByteArray holds() {
        const QJsonObject order = run("order show 2609210012").json().object();
        return QJsonDocument(order.value(QStringLiteral("holds")).toArray())
            .toJson(QJsonDocument::Compact);
    }

private:
    QTemporaryDir m_folder;
    QString m_ledger;
};

} // namespace

TEST_F(HeldOrder, IsReleasedByASupervisorWithAReasonOnly) {
    ASSERT_EQ(holds(), "[\"changed-late\",\"by-service\"]");
    EXPECT_EQ(run("order release 2609210012 --all").exitCode, 2) << "no reason";
    EXPECT_EQ(run("order release 2609210012 --all --reason agreed").exitCode, 2) << "nobody";
    EXPECT_EQ(run("order release 2609210012 --all --reason agreed --badge 0417").exitCode, 2)
        << "no supervisor";
    EXPECT_EQ(holds(), "[\"changed-late\",\"by-service\"]");
}

TEST_F(HeldOrder, LosesTheHoldThatIsNamedAndNoOther) {
    const Ended both = run("order release 2609210012 --reason agreed --badge 0001");
    EXPECT_EQ(both.exitCode, 2) << "which of them?";
    EXPECT_TRUE(both.err.contains("changed-late, by-service")) << both.err.constData();
    EXPECT_EQ(
        run("order release 2609210012 --hold unknown-item --reason agreed --badge 0001").exitCode,
        2);
    EXPECT_EQ(
        run("order release 2609210012 --hold by-service --reason agreed --badge 0001").exitCode, 0);
    EXPECT_EQ(holds(), "[\"changed-late\"]");
    EXPECT_EQ(run("order release 2609210012 --reason buyer-wants-it --badge 0001").exitCode, 0);
    EXPECT_EQ(holds(), "[]");
    EXPECT_EQ(run("order release 2609210012 --reason again --badge 0001").exitCode, 1)
        << "it is not held";
    const QByteArray told = run("audit list --kind hold").out;
    EXPECT_TRUE(told.contains("buyer-wants-it")) << told.constData();
    EXPECT_TRUE(told.contains("\"badge\":\"0001\"")) << told.constData();
}

TEST_F(HeldOrder, LosesAllHoldsWhereThatIsSaid) {
    EXPECT_EQ(run("order release 2609210012 --all --reason agreed --badge 0001").exitCode, 0);
    EXPECT_EQ(holds(), "[]");
}

} // namespace packbench
