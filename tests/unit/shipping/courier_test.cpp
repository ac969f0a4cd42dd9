#include "print.h"
#include "readtable.h"

#include "shipping/checkdigit.h"
#include "shipping/courier.h"
#include "shipping/courierrules.h"

#include <gtest/gtest.h>

#include <QHash>
#include <QRegularExpression>

#include <random>

namespace packbench {
namespace {

const CourierProposal* find(const QList<CourierProposal>& proposals, const QString& courier) {
    for (const CourierProposal& each : proposals) {
        if (each.courier == courier)
            return &each;
    }
    return nullptr;
}

WaybillForm formOf(const QString& number) {
    return waybillForm(number, proposeCouriers(number));
}

TEST(Courier, NumbersOfOurFixtureAreProposedAsWritten) {
    const auto rows = test::readTable(test::fixture("waybills.tsv"));
    ASSERT_GE(rows.size(), 40);
    for (const QStringList& row : rows) {
        ASSERT_EQ(row.size(), 4) << qPrintable(row.value(0));
        const auto proposals = proposeCouriers(row[0]);
        if (row[1] == QLatin1String("-")) {
            EXPECT_TRUE(proposals.isEmpty()) << qPrintable(row[0]);
            continue;
        }
        ASSERT_FALSE(proposals.isEmpty()) << qPrintable(row[0]);
        EXPECT_EQ(proposals.first().courier, row[1]) << qPrintable(row[0]);
        EXPECT_EQ(proposals.first().reliable, row[2].contains(QLatin1String("reliable")))
            << qPrintable(row[0]);
        EXPECT_EQ(proposals.first().checked, row[2].contains(QLatin1String("checked")))
            << qPrintable(row[0]);
        for (const QString& other : row[3].split(u' ', Qt::SkipEmptyParts))
            EXPECT_TRUE(find(proposals, other)) << qPrintable(row[0] + u' ' + other);
    }
}

TEST(Courier, EachCourierIsProposedOnce) {
    for (const char* number :
         {"12345678901234", "773012345678901", "1234567890123", "4012345678901"}) {
        const auto proposals = proposeCouriers(QString::fromLatin1(number));
        QSet<QString> seen;
        for (const CourierProposal& each : proposals) {
            EXPECT_FALSE(seen.contains(each.courier)) << number;
            seen.insert(each.courier);
        }
        EXPECT_GT(seen.size(), 1) << number;
    }
}

TEST(Courier, ChineseBareDigitsAreNeverReliable) {
    std::mt19937 random(5);
    for (int i = 0; i < 5000; ++i) {
        QString number;
        for (int size = 8 + int(random() % 11); size > 0; --size)
            number += QChar(u'0' + int(random() % 10));
        for (const CourierProposal& each : proposeCouriers(number))
            ASSERT_FALSE(each.reliable) << qPrintable(number);
    }
}

TEST(Courier, BlanksAndSmallLettersMakeNoDifference) {
    EXPECT_EQ(proposeCouriers(QStringLiteral("1z 5r8 939 03 5756 7127")),
              proposeCouriers(QStringLiteral("1Z5R89390357567127")));
}

TEST(Courier, AnS10CountryMustExist) {
    EXPECT_EQ(postOf(QStringLiteral("XX"), u'R'), QString());
    EXPECT_EQ(postOf(QStringLiteral("CN"), u'E'), QStringLiteral("ems"));
    EXPECT_EQ(postOf(QStringLiteral("CN"), u'R'), QStringLiteral("chinapost"));
    EXPECT_EQ(postOf(QStringLiteral("US"), u'R'), QStringLiteral("usps"));
    EXPECT_EQ(postOf(QStringLiteral("CF"), u'R'), QStringLiteral("post"));
}

TEST(CheckDigit, OneWrongDigitOfAnS10NumberIsSeen) {
    std::mt19937 random(6);
    for (int i = 0; i < 500; ++i) {
        QString body;
        for (int k = 0; k < 8; ++k)
            body += QChar(u'0' + int(random() % 10));
        QChar check;
        int holds = 0;
        for (char16_t c = u'0'; c <= u'9'; ++c) {
            if (checkHolds(CheckMethod::S10, body, c)) {
                check = c;
                ++holds;
            }
        }
        ASSERT_EQ(holds, 1) << qPrintable(body);
        EXPECT_EQ(formOf(QStringLiteral("RB") + body + check + QStringLiteral("CN")),
                  WaybillForm::Waybill);
        const QChar wrong(u'0' + (check.unicode() - u'0' + 1) % 10);
        EXPECT_EQ(formOf(QStringLiteral("RB") + body + wrong + QStringLiteral("CN")),
                  WaybillForm::Misread);
    }
}

TEST(CheckDigit, EveryMethodAllowsExactlyOneCharacter) {
    const QString body = QStringLiteral("12345678901234");
    for (CheckMethod method :
         {CheckMethod::Mod10Weights31, CheckMethod::Mod10Weights13, CheckMethod::Mod10Weights12,
          CheckMethod::Mod10Reversed, CheckMethod::Mod7, CheckMethod::Luhn, CheckMethod::Mod37_36,
          CheckMethod::FedExExpress, CheckMethod::FedExGround}) {
        int holds = 0;
        for (const QChar c : QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
            holds += checkHolds(method, body, c) ? 1 : 0;
        EXPECT_EQ(holds, 1) << int(method);
    }
    EXPECT_TRUE(checkHolds(CheckMethod::None, body, u'X'));
}

// Published test numbers: a ratchet.
TEST(CourierCorpus, InternationalTestNumbersAreJudgedAsTheirMaintainersDo) {
    const QString path = test::sharedData("waybills/test_numbers_international.tsv");
    SKIP_WITHOUT(path);
    const QHash<QString, QString> keys{{"canada_post", "canadapost"},
                                       {"old_dominion", "olddominion"}};
    // Invalid as letters + 9 digits, but good as the same courier's 12 digits.
    const QString otherForm = QStringLiteral("331426749957");
    int valid = 0;
    int invalid = 0;
    for (const QStringList& row : test::readTable(path)) {
        QString key = row[0];
        for (auto it = keys.begin(); it != keys.end(); ++it)
            key = row[2].startsWith(it.key()) || row[0] == it.key() ? it.value() : key;
        const auto proposals = proposeCouriers(row[4]);
        if (row[3] == QLatin1String("valid")) {
            const bool found = row[0] == QLatin1String("s10")
                                   ? !proposals.isEmpty() && proposals.first().checked
                                   : find(proposals, key) != nullptr;
            EXPECT_TRUE(found) << qPrintable(row.join(u' '));
            valid += found ? 1 : 0;
        } else {
            const auto* claimed = find(proposals, key);
            const bool refused =
                row[4] == otherForm || !claimed || (!claimed->reliable && !claimed->checked);
            EXPECT_TRUE(refused) << qPrintable(row.join(u' '));
            invalid += refused ? 1 : 0;
        }
    }
    EXPECT_EQ(valid + invalid, 140);
}

// Whatever a published Chinese rule of the newer sets takes must be among the proposals.
TEST(CourierCorpus, NumbersOfThePublishedChineseRulesAreProposed) {
    const QString path = test::sharedData("waybills/cn_waybill_rules.tsv");
    SKIP_WITHOUT(path);
    const QHash<QString, QString> keys{{"STO", "sto"},     {"YTO", "yto"}, {"ZTO", "zto"},
                                       {"YUNDA", "yunda"}, {"EMS", "ems"}, {"POSTB", "chinapost"},
                                       {"JT", "jt"},       {"JD", "jd"},   {"ANE", "ane"},
                                       {"TTKDEX", "ttk"},  {"ZJS", "zjs"}, {"DBKD", "deppon"}};
    QList<QPair<QString, QRegularExpression>> rules;
    for (const QStringList& row : test::readTable(path)) {
        const QString key = keys.value(row[0].section(u' ', 0, 0));
        const QString anchored = QRegularExpression::anchoredPattern(
            QString(row[1]).remove(QStringLiteral(" and same prefixes +14 digits")));
        if (!key.isEmpty())
            rules << qMakePair(key, QRegularExpression(anchored));
    }
    ASSERT_GE(rules.size(), 20);
    std::mt19937 random(8);
    const QStringList prefixes{"",   "",   "",    "JT", "YT",  "STO", "ZJS", "JDX", "JDVA",
                               "JD", "KA", "DPK", "EA", "773", "268", "765", "Y",   "DD8"};
    int met = 0;
    for (int i = 0; i < 4000; ++i) {
        QString number = prefixes.at(int(random() % std::size_t(prefixes.size())));
        for (int size = 8 + int(random() % 11); size > 0; --size)
            number += QChar(u'0' + int(random() % 10));
        const auto proposals = proposeCouriers(number);
        // Set B takes any two signs before ten digits for YTO: other couriers' letters are not.
        const bool othersLetters =
            number.startsWith(QLatin1String("JT")) || number.startsWith(QLatin1String("JD"));
        for (const auto& [key, form] : rules) {
            if (!form.match(number).hasMatch() || (othersLetters && key == QLatin1String("yto")))
                continue;
            ++met;
            ASSERT_TRUE(find(proposals, key)) << qPrintable(number + u' ' + key);
        }
    }
    EXPECT_GT(met, 3000);
}

} // namespace
} // namespace packbench
