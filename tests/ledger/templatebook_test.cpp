#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;

class TemplateBookTest : public LedgerTest {
protected:
    TemplateBook& book() { return ledger().templates(); }
    static TemplateVersion some(const QString& name, const QByteArray& json = "{}") {
        return {name, 0, json, Instant{1'000}, QStringLiteral("0001"), {}};
    }
};
ON_BOTH_DATABASES(TemplateBookTest);

const QString kName = QStringLiteral("申通 100x150");

TEST_P(TemplateBookTest, WhatWasSavedComesBackAsItWas) {
    TemplateVersion saved = some(kName, "{\"name\":\"申通\"}");
    saved.decision = QStringLiteral("the courier wants it so");
    EXPECT_EQ(book().save(saved), 1);
    saved.version = 1;
    reopen();
    EXPECT_EQ(book().newest(kName), saved);
    EXPECT_EQ(book().version(kName, 1), saved);
}

TEST_P(TemplateBookTest, EachSaveIsTheNextVersionAndTheOlderOnesStay) {
    EXPECT_EQ(book().save(some(kName, "{\"a\":1}")), 1);
    EXPECT_EQ(book().save(some(kName, "{\"a\":2}")), 2);
    EXPECT_EQ(book().save(some(QStringLiteral("other"))), 1);
    EXPECT_EQ(book().newest(kName)->json, "{\"a\":2}");
    EXPECT_EQ(book().version(kName, 1)->json, "{\"a\":1}");
    QList<int> numbers;
    for (const TemplateVersion& version : book().versions(kName))
        numbers += version.version;
    EXPECT_EQ(numbers, (QList<int>{2, 1}));
    EXPECT_THAT(book().names(), testing::UnorderedElementsAre(kName, QStringLiteral("other")));
}

TEST_P(TemplateBookTest, UnknownNamesAndVersionsAreNothing) {
    (void)book().save(some(kName));
    EXPECT_FALSE(book().newest(QStringLiteral("general-100x150")));
    EXPECT_FALSE(book().version(kName, 2));
    EXPECT_TRUE(book().versions(QStringLiteral("x")).isEmpty());
}

TEST_P(TemplateBookTest, NamelessTemplateIsRefused) {
    EXPECT_EQ(faultOf([&] { (void)book().save(some({})); }), Code::Constraint);
    EXPECT_TRUE(book().names().isEmpty());
}

TEST_P(TemplateBookTest, TheDatabaseLetsNobodyChangeOrDeleteAVersion) {
    (void)book().save(some(kName, "{\"a\":1}"));
    close();
    EXPECT_THAT(runRaw(QStringLiteral("UPDATE label_template SET json = '{}'")).toStdString(),
                testing::HasSubstr("never changed"));
    EXPECT_THAT(runRaw(QStringLiteral("DELETE FROM label_template")).toStdString(),
                testing::HasSubstr("never deleted"));
    reopen();
    EXPECT_EQ(book().newest(kName)->json, "{\"a\":1}");
}

TEST_P(TemplateBookTest, ACopyRemembersTheTemplateItWasDrawnFrom) {
    LabelCopy copy;
    copy.parcelId = givenParcel();
    copy.waybill = QStringLiteral("SF1");
    copy.preparedAt = Instant{5};
    copy.form = QStringLiteral("general-100x150@2");
    copy.id = ledger().labels().prepare(copy);
    EXPECT_EQ(ledger().labels().copy(copy.id)->form, copy.form);
    copy.form = QStringLiteral("general-100x150@3");
    ledger().labels().refit(copy);
    EXPECT_EQ(ledger().labels().newest(1).first().form, copy.form);
}

} // namespace
} // namespace packbench
