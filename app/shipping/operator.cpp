#include "shipping/operator.h"

#include "shipping/wordtable.h"

namespace packbench {

namespace {

constexpr WordTable<Role, 5> kRoles{{
    {Role::Packer, "packer"},
    {Role::QcClerk, "qc-clerk"},
    {Role::StockTaker, "stock-taker"},
    {Role::StockClerk, "stock-clerk"},
    {Role::Supervisor, "supervisor"},
}};

} // namespace

QString word(Role role) {
    return kRoles.word(role);
}

Role roleFromWord(const QString& word) {
    return kRoles.value(word).value_or(Role::Packer);
}

} // namespace packbench
