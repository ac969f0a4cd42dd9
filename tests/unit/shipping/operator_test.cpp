#include "print.h"

#include "shipping/operator.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

TEST(Operator, RoleWordsGoBothWays) {
    for (Role role :
         {Role::Packer, Role::QcClerk, Role::StockTaker, Role::StockClerk, Role::Supervisor})
        EXPECT_EQ(roleFromWord(word(role)), role);
    EXPECT_EQ(word(Role::QcClerk), QStringLiteral("qc-clerk"));
}

TEST(Operator, AnUnknownRoleMayDoTheLeast) {
    EXPECT_EQ(roleFromWord(QStringLiteral("boss")), Role::Packer);
    EXPECT_EQ(roleFromWord(QString()), Role::Packer);
}

} // namespace
} // namespace packbench
