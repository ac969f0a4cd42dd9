#include "ledger/address.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

LedgerAddress read(const char* text) {
    const auto address = ledgerAddressFromText(QString::fromUtf8(text));
    EXPECT_TRUE(address.has_value()) << text;
    return address.value_or(LedgerAddress{});
}

TEST(LedgerAddressTest, SqlitePathIsTakenAsItIs) {
    EXPECT_EQ(read("sqlite:/srv/仓库/shop.ledger").path, QStringLiteral("/srv/仓库/shop.ledger"));
    EXPECT_EQ(read("sqlite:relative/shop.ledger").path, QStringLiteral("relative/shop.ledger"));
    EXPECT_EQ(read("sqlite:a b%20c?.ledger").path, QStringLiteral("a b%20c?.ledger"));
}

TEST(LedgerAddressTest, SlashesThatOtherProgramsWriteAreTaken) {
    EXPECT_EQ(read("sqlite:///srv/shop.ledger").path, QStringLiteral("/srv/shop.ledger"));
}

TEST(LedgerAddressTest, PostgresAddressHasAllItsParts) {
    const auto address = read("postgresql://bench%40a:p%3Aw@db.example:6432/packbench");
    EXPECT_EQ(address.kind, LedgerAddress::Kind::Postgres);
    EXPECT_EQ(address.user, QStringLiteral("bench@a"));
    EXPECT_EQ(address.password, QStringLiteral("p:w"));
    EXPECT_EQ(address.host, QStringLiteral("db.example"));
    EXPECT_EQ(address.port, 6432);
    EXPECT_EQ(address.database, QStringLiteral("packbench"));
}

TEST(LedgerAddressTest, SocketFolderIsTheHost) {
    const auto address = read("postgresql://bench@/packbench?host=/run/postgresql");
    EXPECT_EQ(address.host, QStringLiteral("/run/postgresql"));
    EXPECT_EQ(address.user, QStringLiteral("bench"));
    EXPECT_EQ(address.port, 5432);
}

TEST(LedgerAddressTest, QueryWinsOverHost) {
    EXPECT_EQ(read("postgresql://u:p@h:1/db?host=/socket/dir").host, QStringLiteral("/socket/dir"));
}

TEST(LedgerAddressTest, HostOfVersionSixStandsInBrackets) {
    EXPECT_EQ(read("postgresql://[::1]:5433/db").host, QStringLiteral("::1"));
}

TEST(LedgerAddressTest, TextNeverShowsThePassword) {
    const auto shown = text(read("postgresql://bench:s3cret@db:6432/packbench"));
    EXPECT_EQ(shown, QStringLiteral("postgresql://bench@db:6432/packbench"));
}

TEST(LedgerAddressTest, TextReadsBackAsTheSameAddress) {
    for (const char* written :
         {"sqlite:/srv/a b.ledger", "sqlite:x.ledger", "postgresql://db/packbench",
          "postgresql://u%2F1@db:99/p%3Fx", "postgresql://u@/db?host=/run/postgresql",
          "postgresql://u@/db?host=/run/a%26b&port=6000", "postgresql://[fe80::1]/db"}) {
        const auto address = read(written);
        EXPECT_EQ(ledgerAddressFromText(text(address)), address) << written;
    }
}

TEST(LedgerAddressTest, WhatIsNoAddressIsRefused) {
    for (const char* written :
         {"", "shop.ledger", "sqlite:", "sqlite::memory:", "sqlite:folder/", "mysql://h/db",
          "postgresql://", "postgresql://host", "postgresql://host/", "postgresql://h:0/db",
          "postgresql://h:70000/db", "postgresql://h/db?sslcolour=red", "postgresql://h/db?port=x",
          "postgresql://a@b@c/db"})
        EXPECT_FALSE(ledgerAddressFromText(QString::fromUtf8(written))) << written;
}

} // namespace
} // namespace packbench
