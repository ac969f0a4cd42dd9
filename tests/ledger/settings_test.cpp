#include "ledgertest.h"

namespace packbench {
namespace {

class SettingsTest : public LedgerTest {};
ON_BOTH_DATABASES(SettingsTest);

TEST_P(SettingsTest, WhatWasSetIsReadAfterReopening) {
    ledger().settings().set(QStringLiteral("zone"), QStringLiteral("亚洲/上海 'x'"));
    reopen();
    EXPECT_EQ(ledger().settings().value(QStringLiteral("zone")), QStringLiteral("亚洲/上海 'x'"));
}

TEST_P(SettingsTest, UnknownNameGivesTheOtherValue) {
    EXPECT_EQ(ledger().settings().value(QStringLiteral("nix"), QStringLiteral("7")),
              QStringLiteral("7"));
}

TEST_P(SettingsTest, EmptyValueIsNotUnknown) {
    ledger().settings().set(QStringLiteral("rest"), QString());
    EXPECT_EQ(ledger().settings().value(QStringLiteral("rest"), QStringLiteral("sun")), QString());
}

TEST_P(SettingsTest, SettingAgainReplaces) {
    Settings& settings = ledger().settings();
    settings.set(QStringLiteral("a"), QStringLiteral("1"));
    settings.set(QStringLiteral("a"), QStringLiteral("2"));
    settings.set(QStringLiteral("b"), QStringLiteral("3"));
    EXPECT_EQ(settings.all(),
              (QHash<QString, QString>{{QStringLiteral("a"), QStringLiteral("2")},
                                       {QStringLiteral("b"), QStringLiteral("3")}}));
}

TEST_P(SettingsTest, AreReadBesideWhoeverWorksWithTheLedger) {
    ledger().settings().set(QStringLiteral("printers"), QStringLiteral("tcp://192.0.2.7"));
    EXPECT_EQ(Ledger::settingsOf(ledger().address()).value(QStringLiteral("printers")),
              QStringLiteral("tcp://192.0.2.7"));
    ledger().settings().set(QStringLiteral("printers"), QString());
    EXPECT_EQ(Ledger::settingsOf(ledger().address()).value(QStringLiteral("printers")), QString());
}

class StaffTest : public LedgerTest {};
ON_BOTH_DATABASES(StaffTest);

TEST_P(StaffTest, PeopleAreFoundByTheirBadge) {
    const Operator packer{QStringLiteral("0417"), QStringLiteral("小李"), Role::Supervisor};
    ledger().staff().put(packer);
    EXPECT_EQ(ledger().staff().byBadge(QStringLiteral("0417")), packer);
    EXPECT_FALSE(ledger().staff().byBadge(QStringLiteral("417")));
}

TEST_P(StaffTest, AllAreListedByBadgeWhateverTheDatabaseSorts) {
    for (const char* badge : {"b", "B", "a", "10", "9", "é"})
        ledger().staff().put({QString::fromUtf8(badge), QStringLiteral("x"), Role::Packer});
    QString badges;
    for (const Operator& person : ledger().staff().all())
        badges += person.badge + u' ';
    EXPECT_EQ(badges, QStringLiteral("10 9 B a b é "));
}

TEST_P(StaffTest, PuttingAgainChangesTheName) {
    ledger().staff().put({QStringLiteral("1"), QStringLiteral("old"), Role::Packer});
    ledger().staff().put({QStringLiteral("1"), QStringLiteral("new"), Role::QcClerk});
    ASSERT_EQ(ledger().staff().all().size(), 1);
    EXPECT_EQ(ledger().staff().byBadge(QStringLiteral("1"))->name, QStringLiteral("new"));
    EXPECT_EQ(ledger().staff().byBadge(QStringLiteral("1"))->role, Role::QcClerk);
}

} // namespace
} // namespace packbench
