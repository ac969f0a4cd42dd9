#include "labels/layout.h"
#include "labels/proof.h"
#include "labels/templatecheck.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

class BuiltInTemplates : public testing::TestWithParam<QString> {};

QList<TemplateItem> itemsOf(const QString& name) {
    return builtInTemplate(name).value.items;
}

bool shows(const QString& name, const char* field) {
    const auto items = itemsOf(name);
    return std::any_of(items.cbegin(), items.cend(), [field](const TemplateItem& item) {
        return item.field.contains(QStringLiteral("{{") + QLatin1String(field));
    });
}

} // namespace

TEST_P(BuiltInTemplates, HaveNoFindingsWithAnySampleAtAnyResolution) {
    const TemplateReading reading = builtInTemplate(GetParam());
    ASSERT_TRUE(reading.ok()) << qPrintable(reading.problems.join(u'\n'));
    for (const TemplateFinding& finding : checkTemplate(reading.value))
        ADD_FAILURE() << qPrintable(finding.kind + u": "_qs + finding.text);
}

TEST_P(BuiltInTemplates, HaveTheSizeInTheirName) {
    const QStringList sides = GetParam().section(u'-', -1).split(u'x');
    const QSizeF size = builtInTemplate(GetParam()).value.sizeMm;
    EXPECT_NEAR(size.width(), sides.value(0).toDouble(), 2.5);
    EXPECT_NEAR(size.height(), sides.value(1).toDouble(), 2.5);
}

TEST_P(BuiltInTemplates, ShowWhatEveryCouriersLabelMustShow) {
    for (const char* field :
         {"tracking", "sorting_mark", "recipient.name", "recipient.phone", "recipient.place",
          "recipient.street", "sender.name", "carton", "pieces", "remark", "order", "copy"})
        EXPECT_TRUE(shows(GetParam(), field)) << field;
    const auto items = itemsOf(GetParam());
    EXPECT_TRUE(std::any_of(items.cbegin(), items.cend(), [](const TemplateItem& item) {
        return item.kind == ItemKind::Table && item.rows == u"goods";
    }));
}

TEST_P(BuiltInTemplates, ShowNoPersonInFull) {
    const LabelTemplate form = builtInTemplate(GetParam()).value;
    if (GetParam().startsWith(u"international")) {
        EXPECT_EQ(form.unmasked, Personal::Name | Personal::Phone | Personal::Address)
            << "abroad nobody delivers to a masked address";
        return;
    }
    EXPECT_EQ(form.unmasked, PersonalParts());
    for (const SampleLabel& sample : sampleLabels()) {
        LabelFields masked = sample.fields;
        masked.clear.clear();
        EXPECT_EQ(drawLabel(form, sample.fields, 8).page, drawLabel(form, masked, 8).page);
    }
}

INSTANTIATE_TEST_SUITE_P(Labels, BuiltInTemplates, testing::ValuesIn(builtInTemplates()),
                         [](const testing::TestParamInfo<QString>& one) {
                             return QString(one.param).replace(u'-', u'_').toStdString();
                         });

TEST(BuiltInTemplate, EveryCourierHasTheFormsItUses) {
    for (const char* name :
         {"sf-76x130",   "sf-100x150",       "sf-100x180",        "sto-76x130",
          "sto-100x180", "yto-76x130",       "yto-100x180",       "zto-76x130",
          "zto-100x180", "yunda-76x130",     "yunda-100x180",     "jt-76x130",
          "jt-100x180",  "jd-76x130",        "jd-100x150",        "ems-76x130",
          "ems-100x150", "chinapost-76x130", "chinapost-100x150", "international-100x150"})
        EXPECT_TRUE(builtInTemplates().contains(QLatin1String(name))) << name;
}

TEST(BuiltInTemplate, NoTwoPutTheirCodesAndMarksInTheSamePlaces) {
    QHash<QString, QString> seen;
    for (const QString& name : builtInTemplates()) {
        QString places;
        for (const TemplateItem& item : itemsOf(name)) {
            if (item.kind == ItemKind::Barcode || item.field.contains(u"sorting_mark"))
                places += QStringLiteral("%1,%2 %3×%4; ")
                              .arg(item.mm.x())
                              .arg(item.mm.y())
                              .arg(item.mm.width())
                              .arg(item.mm.height());
        }
        EXPECT_FALSE(seen.contains(places)) << qPrintable(name + u" as "_qs + seen.value(places));
        seen.insert(places, name);
    }
}

} // namespace packbench
