// The house rules, each tried first on a planted breach and then on the real sources.
#include "rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace packbench::house;

namespace {

const Sources& house() {
    static const Sources sources = readHouse(QStringLiteral(HOUSE));
    return sources;
}

std::string lines(const QStringList& findings) {
    return findings.join(u'\n').toStdString();
}

Sources planted(const char* path, const char* text) {
    return {{QString::fromUtf8(path), QString::fromUtf8(text)}};
}

QStringList layeringOf(const char* path, const char* text) {
    return layering(planted(path, text));
}

QString telephone(const char* prefix) {
    return QString::fromLatin1(prefix) + QStringLiteral("00001111");
}

TEST(House, TheSourcesAreFound) {
    const auto isCode = [](const Source& source) { return source.isCode() && !source.isTest(); };
    EXPECT_GT(std::count_if(house().begin(), house().end(), isCode), 50);
}

TEST(House, AnUpwardIncludeIsFoundWithFileAndLine) {
    EXPECT_EQ(
        layeringOf("app/shipping/pick.cpp", "#include \"pick.h\"\n#include \"ledger/ledger.h\""),
        QStringList{QStringLiteral(
            "app/shipping/pick.cpp:2: shipping may not include \"ledger/ledger.h\"")});
}

TEST(House, EveryForbiddenArrowIsFound) {
    EXPECT_EQ(layeringOf("labels/page.h", "#include \"shipping/order.h\"").size(), 1);
    EXPECT_EQ(layeringOf("drivers/x.cpp", "#include \"bench/clock.h\"").size(), 1);
    EXPECT_EQ(layeringOf("app/exchange/x.cpp", "#include \"ledger/ledger.h\"").size(), 1);
    EXPECT_EQ(layeringOf("app/ledger/x.cpp", "#include \"labels/page.h\"").size(), 1);
    EXPECT_EQ(layeringOf("app/bench/x.cpp", "  # include \"screens/packpage.h\"").size(), 1);
    EXPECT_EQ(layeringOf("app/screens/x.cpp", "#include \"ledger/records.h\"").size(), 1);
    EXPECT_EQ(layeringOf("app/cli/x.cpp", "#include \"screens/kiosk.h\"").size(), 1);
    EXPECT_EQ(layeringOf("app/shipping/x.cpp", "#include \"../ledger/ledger.h\"").size(), 1);
    EXPECT_EQ(layeringOf("labels/x.cpp", "#include \"app/shipping/order.h\"").size(), 1);
}

TEST(House, AllowedArrowsAreLeftAlone) {
    EXPECT_EQ(
        layeringOf("app/bench/x.cpp", "#include \"ledger/ledger.h\"\n#include \"bench/clock.h\""),
        QStringList());
    EXPECT_EQ(layeringOf("app/main.cpp", "#include \"ledger/ledger.h\""), QStringList());
    EXPECT_EQ(layeringOf("app/screens/x.cpp", "#include \"bench/snapshot.h\""), QStringList());
    EXPECT_EQ(layeringOf("tests/unit/x.cpp", "#include \"ledger/ledger.h\""), QStringList());
}

TEST(House, FoldersKnowOnlyWhomTheyMayKnow) {
    const QStringList findings = layering(house());
    EXPECT_TRUE(findings.isEmpty()) << lines(findings);
}

TEST(House, AForeignLibraryOutsideItsFileIsFound) {
    const auto count = [](const char* path, const char* text) {
        return foreignIncludes(planted(path, text)).size();
    };
    EXPECT_EQ(count("drivers/printer.cpp", "#include <libusb-1.0/libusb.h>"), 1);
    EXPECT_EQ(count("drivers/usbbus.cpp", "#include <libusb-1.0/libusb.h>"), 0);
    EXPECT_EQ(count("labels/page.cpp", "#include <ZXing/ReadBarcode.h>"), 1);
    EXPECT_EQ(count("labels/proof.cpp", "#include <ZXing/ReadBarcode.h>"), 0);
    EXPECT_EQ(count("app/bench/x.cpp", "#include <QSqlQuery>"), 1);
    EXPECT_EQ(count("app/ledger/x.cpp", "#include <QSqlQuery>"), 0);
    EXPECT_EQ(count("labels/proof.h", "#include <zlib.h>"), 1);
    EXPECT_EQ(count("labels/proof.h", "#include <QString>\n#include <vector>"), 0);
    EXPECT_EQ(count("tests/unit/x.cpp", "#include <zint.h>"), 0);
}

TEST(House, ForeignLibrariesStayInTheirFiles) {
    const QStringList findings = foreignIncludes(house());
    EXPECT_TRUE(findings.isEmpty()) << lines(findings);
}

TEST(House, AStrayStatementIsFound) {
    const char* const text = "query.exec(\"UPDATE orders SET state = 1\");";
    EXPECT_EQ(strayStatements(planted("app/bench/x.cpp", text)).size(), 1);
    EXPECT_EQ(strayStatements(planted("app/ledger/x.cpp", text)).size(), 0);
    EXPECT_EQ(strayStatements(planted("app/bench/due.sql", "")).size(), 1);
}

TEST(House, SqlIsWrittenInTheLedgerOnly) {
    const QStringList findings = strayStatements(house());
    EXPECT_TRUE(findings.isEmpty()) << lines(findings);
}

TEST(House, AStrayClockReaderIsFound) {
    const char* const text = "const auto now = QDateTime::currentDateTimeUtc();";
    EXPECT_EQ(clockReaders(planted("app/ledger/x.cpp", text)).size(), 1);
    EXPECT_EQ(clockReaders(planted("app/bench/clock.cpp", text)).size(), 0);
}

TEST(House, OnlyTheClockReadsTheClock) {
    const QStringList findings = clockReaders(house());
    EXPECT_TRUE(findings.isEmpty()) << lines(findings);
}

TEST(House, ASingletonIsFound) {
    EXPECT_EQ(singletons(planted("app/bench/x.h", "    static Queue& instance();")).size(), 1);
    EXPECT_EQ(
        singletons(planted("app/bench/x.cpp", "QCoreApplication::instance()->quit();")).size(), 0);
}

TEST(House, NothingIsASingleton) {
    const QStringList findings = singletons(house());
    EXPECT_TRUE(findings.isEmpty()) << lines(findings);
}

TEST(House, AnOversizedFileIsFound) {
    const QString text(300, u'\n');
    EXPECT_EQ(oversized({{QStringLiteral("app/screens/pages/Pack.qml"), text}}).size(), 1);
    EXPECT_EQ(oversized({{QStringLiteral("app/bench/packing.cpp"), text}}).size(), 0);
    EXPECT_EQ(oversized({{QStringLiteral("app/bench/packing.cpp"), text + text}}).size(), 1);
}

TEST(House, FilesStaySmall) {
    const QStringList findings = oversized(house());
    EXPECT_TRUE(findings.isEmpty()) << lines(findings);
}

TEST(House, ForeignWordsAreFound) {
    const auto count = [](const QString& text) {
        return foreignWords({{QStringLiteral("README.md"), text}}).size();
    };
    EXPECT_EQ(count(QStringLiteral("see /wo") + QStringLiteral("rk/shared")), 1);
    EXPECT_EQ(count(QStringLiteral("asked the Assist") + QStringLiteral("ant")), 1);
    EXPECT_EQ(count(QStringLiteral("an L") + QStringLiteral("LM wrote it")), 1);
    EXPECT_EQ(count(QStringLiteral("the packer works at the bench")), 0);
}

TEST(House, TheProjectSpeaksOfItselfAlone) {
    const QStringList findings = foreignWords(house());
    EXPECT_TRUE(findings.isEmpty()) << lines(findings);
}

TEST(House, SomebodysNumberIsFound) {
    const auto count = [](const QString& text) {
        return telephoneNumbers({{QStringLiteral("tests/fixtures/a.csv"), text}}).size();
    };
    EXPECT_EQ(count(telephone("138")), 1);
    EXPECT_EQ(count(telephone("140") + u',' + telephone("159")), 1);
    EXPECT_EQ(count(telephone("140")), 0);
    EXPECT_EQ(count(telephone("6138")), 0);
}

TEST(House, NoTelephoneNumberMayBeSomebodys) {
    const QStringList findings = telephoneNumbers(house());
    EXPECT_TRUE(findings.isEmpty()) << lines(findings);
}

TEST(House, AStrayTopFolderIsFound) {
    EXPECT_EQ(strayEntries({QStringLiteral("app"), QStringLiteral("utils")}).size(), 1);
}

TEST(House, TheTopFolderHasNoStrayEntries) {
    const QStringList findings = strayEntries(topEntries(QStringLiteral(HOUSE)));
    EXPECT_TRUE(findings.isEmpty()) << lines(findings);
}

} // namespace
