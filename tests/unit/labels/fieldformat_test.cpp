#include "labels/fieldformat.h"

#include "labels/fillin.h"
#include "layouttest.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

LabelFields parcel() {
    LabelFields fields;
    fields.values = {{u"tracking"_qs, u"773020148806215"_qs},
                     {u"weight"_qs, u"2.4567 kg"_qs},
                     {u"printed_time"_qs, u"2026-11-21T15:21"_qs},
                     {u"shop"_qs, u"Cotton Words"_qs},
                     {u"remark"_qs, QString()},
                     {u"recipient.name"_qs, u"样*"_qs},
                     {u"recipient.phone"_qs, u"140******01"_qs}};
    fields.clear = {{u"recipient.name"_qs, u"样例"_qs},
                    {u"recipient.phone"_qs, u"140-0000-0001"_qs}};
    return fields;
}

QString filled(const QString& form, PersonalParts unmasked = {}) {
    const LabelFields fields = parcel();
    return fillIn(form, fields, nullptr, unmasked).text;
}

} // namespace

TEST(FieldFormat, EveryFormatOfTheTableDoesWhatItSays) {
    EXPECT_EQ(filled(u"{{shop|upper}}"_qs), u"COTTON WORDS"_qs);
    EXPECT_EQ(filled(u"{{shop|lower}}"_qs), u"cotton words"_qs);
    EXPECT_EQ(filled(u"{{tracking|fours}}"_qs), u"7730 2014 8806 215"_qs);
    EXPECT_EQ(filled(u"{{tracking|last 4}}"_qs), u"6215"_qs);
    EXPECT_EQ(filled(u"{{ tracking | first 3 }}"_qs), u"773"_qs);
    EXPECT_EQ(filled(u"{{weight|number 2}}"_qs), u"2.46 kg"_qs);
    EXPECT_EQ(filled(u"{{weight|number 0}}"_qs), u"2 kg"_qs);
    EXPECT_EQ(filled(u"{{printed_time|date yyyy年M月d日 HH:mm}}"_qs), u"2026年11月21日 15:21"_qs);
}

TEST(FieldFormat, FormatsFollowOneAnother) {
    EXPECT_EQ(filled(u"{{tracking|last 8|fours}}"_qs), u"4880 6215"_qs);
    EXPECT_EQ(filled(u"{{order?|upper}}"_qs), QString());
}

TEST(FieldFormat, AnEmptyValueStaysEmptyInEveryFormat) {
    for (const char* format : {"upper", "fours", "last 4", "number 2", "date yyyy"})
        EXPECT_EQ(formatted(QString(), QLatin1String(format)).value_or(u"?"_qs), QString());
}

TEST(FieldFormat, WhatIsNoNumberOrDateIsShownAsItCameAndIsAFinding) {
    const LabelFields fields = parcel();
    const auto asNumber = drawn({text(u"{{shop|number 2}}"_qs)}, fields);
    EXPECT_EQ(kindsOf(asNumber.findings), QStringList{u"bad-format"_qs});
    EXPECT_EQ(asNumber.page, drawn({text(u"Cotton Words"_qs)}).page);
    EXPECT_EQ(kindsOf(drawn({text(u"{{weight|date MM-dd}}"_qs)}, fields).findings),
              QStringList{u"bad-format"_qs});
}

TEST(FieldFormat, UnknownFormatsAndArgumentsAreProblemsInWords) {
    EXPECT_TRUE(placeholderProblem(u"{{order|bold}}"_qs).contains(u"none of upper"));
    EXPECT_TRUE(placeholderProblem(u"{{order|last}}"_qs).contains(u"how many"));
    EXPECT_TRUE(placeholderProblem(u"{{order|last -1}}"_qs).contains(u"how many"));
    EXPECT_TRUE(placeholderProblem(u"{{order|number 99}}"_qs).contains(u"decimals"));
    EXPECT_TRUE(placeholderProblem(u"{{order|date MMMM}}"_qs).contains(u"pattern"));
    EXPECT_TRUE(placeholderProblem(u"{{order|}}"_qs).contains(u"none of"));
    EXPECT_TRUE(placeholderProblem(u"{{|upper}}"_qs).contains(u"field name"));
    EXPECT_EQ(placeholderProblem(u"{{order|last 4|upper}}"_qs), QString());
}

TEST(FieldFormat, PersonsAreMaskedUnlessTheTemplateUnmasksThatPart) {
    const QString form = u"{{recipient.name}} {{recipient.phone}}"_qs;
    EXPECT_EQ(filled(form), u"样* 140******01"_qs);
    EXPECT_EQ(filled(form, Personal::Name), u"样例 140******01"_qs);
    EXPECT_EQ(filled(form, Personal::Phone), u"样* 140-0000-0001"_qs);
    EXPECT_EQ(filled(form, Personal::Address), u"样* 140******01"_qs);
}

TEST(FieldFormat, AnItemUnmasksForItselfAndATemplateForAll) {
    TemplateItem item = text(u"{{recipient.name}}"_qs);
    const Page masked = drawn({text(u"样*"_qs)}).page;
    const Page clear = drawn({text(u"样例"_qs)}).page;
    EXPECT_EQ(drawn({item}, parcel()).page, masked);
    LabelTemplate form = formOf({item});
    form.unmasked = Personal::Name;
    EXPECT_EQ(drawLabel(form, parcel(), 8).page, clear);
    item.unmasked = Personal::Name;
    EXPECT_EQ(drawn({item}, parcel()).page, clear);
}

} // namespace packbench
