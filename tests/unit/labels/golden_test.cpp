#include "labels/layout.h"
#include "labels/samplelabels.h"
#include "sample.h"

#include <QFile>
#include <QImage>

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// Fonts are pinned by family, not by release: this share of all dots may differ outside codes.
constexpr double kTolerance = 0.004;

struct Golden {
    QString form;
    QString parcel;
    LabelFields fields;
};

/// The general templates with parcels as they come, those of the couriers with every field filled.
QList<Golden> goldens() {
    QList<Golden> all;
    for (const QString& form : {u"general-100x150"_qs, u"general-76x130"_qs})
        all += {{form, u"zh"_qs, chineseParcel()},
                {form, u"en"_qs, latinParcel()},
                {form, u"dense"_qs, denseParcel()}};
    for (const QString& form : builtInTemplates()) {
        for (const SampleLabel& sample : sampleLabels()) {
            if (!form.startsWith(u"general") && sample.name != u"long")
                all += {form, sample.name == u"latin" ? u"en"_qs : u"zh"_qs, sample.fields};
        }
    }
    return all;
}

QString pathOf(const Golden& golden) {
    return QStringLiteral(FIXTURES "/labels/%1-%2.png").arg(golden.form, golden.parcel);
}

void keepActual(const Golden& golden, const Page& page) {
    QFile file(pathOf(golden) + u".actual"_qs);
    if (file.open(QIODevice::WriteOnly))
        file.write(pngFromPage(page));
}

int differingDots(const Page& one, const Page& other, const QRect& place) {
    int count = 0;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x)
            count += one.isBlack(x, y) != other.isBlack(x, y);
    }
    return count;
}

class GoldenLabels : public testing::TestWithParam<Golden> {};

} // namespace

TEST_P(GoldenLabels, LookAsTheyDid) {
    const Golden golden = GetParam();
    if (labelFontFamily() != u"Noto Sans CJK SC")
        GTEST_SKIP() << "The pictures are set in Noto Sans CJK SC, which is not installed.";
    const auto form = builtInTemplate(golden.form).value;
    const DrawnLabel label = drawLabel(form, golden.fields, 8);
    const QImage picture(pathOf(golden));
    const Page kept = pageFromImage(picture, 8);
    keepActual(golden, label.page);
    ASSERT_FALSE(picture.isNull()) << "no picture; the drawn one lies beside it as .actual";
    ASSERT_EQ(picture.size(), QSize(label.page.width, label.page.height));
    for (const ExpectedCode& code : label.codes)
        EXPECT_EQ(differingDots(label.page, kept, code.dots), 0) << qPrintable(code.text);
    const QRect all(0, 0, kept.width, kept.height);
    EXPECT_LE(differingDots(label.page, kept, all), kTolerance * kept.width * kept.height);
    if (!HasFailure())
        QFile::remove(pathOf(golden) + u".actual"_qs);
}

INSTANTIATE_TEST_SUITE_P(Labels, GoldenLabels, testing::ValuesIn(goldens()),
                         [](const testing::TestParamInfo<Golden>& one) {
                             QString name = one.param.form + u'_' + one.param.parcel;
                             return name.replace(u'-', u'_').toStdString();
                         });

} // namespace packbench
