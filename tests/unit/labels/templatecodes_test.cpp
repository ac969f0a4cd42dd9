#include "labels/labelcode.h"
#include "labels/proof.h"
#include "layouttest.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

struct Sample {
    const char* name;
    Symbology symbology;
    const char* field;
    const char* reads;
};

constexpr const char* kElements = "010950600013435210ABC-1\x1D"
                                  "3103000189";

const Sample kSamples[] = {
    {"Code128", Symbology::Code128, "SF1391460173825", "SF1391460173825"},
    {"Gs1128", Symbology::Gs1_128, "[01]09506000134352[10]ABC-1[3103]000189", kElements},
    {"Ean13", Symbology::Ean13, "690123450086", "6901234500868"},
    {"Itf14", Symbology::Itf14, "1690123450086", "16901234500865"},
    {"Qr", Symbology::Qr, "订单 04873", "订单 04873"},
    {"DataMatrix", Symbology::DataMatrix, "PX6719400000-1", "PX6719400000-1"},
    {"Gs1DataMatrix", Symbology::Gs1DataMatrix, "(01)09506000134352(10)ABC-1(3103)000189",
     kElements},
    {"Pdf417", Symbology::Pdf417, "PBX 04873 1/2 2.46 kg", "PBX 04873 1/2 2.46 kg"},
    {"MaxiCode", Symbology::MaxiCode, "PACKBENCH 04873 1/2", "PACKBENCH 04873 1/2"},
};

TemplateItem itemOf(const Sample& sample, int rotate) {
    QSizeF size = isLinear(sample.symbology) ? QSizeF(90, 20) : QSizeF(60, 40);
    if (rotate % 180 != 0)
        size.transpose();
    TemplateItem item = code(sample.symbology, QString::fromUtf8(sample.field), {{5, 10}, size});
    item.rotate = rotate;
    return item;
}

class CodesOfTemplates : public testing::TestWithParam<Sample> {};

/// The first rows of a place: as many dots as a module is wide must be the same side by side.
int shortestRun(const Page& page, const QRect& place) {
    int shortest = place.width();
    const int y = place.center().y();
    int run = 0;
    bool inked = false;
    for (int x = place.left() + 1; x <= place.right(); ++x) {
        ++run;
        if (page.isBlack(x, y) == page.isBlack(x - 1, y))
            continue;
        if (inked)
            shortest = std::min(shortest, run);
        inked = true;
        run = 0;
    }
    return shortest;
}

} // namespace

TEST_P(CodesOfTemplates, AreReadBackUprightAndTurnedAtEveryResolution) {
    const Sample sample = GetParam();
    for (const int dotsPerMm : {8, 12, 24}) {
        for (const int rotate : {0, 90, 180, 270}) {
            const DrawnLabel label = drawn({itemOf(sample, rotate)}, {}, dotsPerMm);
            EXPECT_EQ(kindsOf(label.findings), QStringList{});
            ASSERT_EQ(label.codes.size(), 1);
            EXPECT_EQ(label.codes.first().text, QString::fromUtf8(sample.reads));
            const auto findings = proof(label.page, label.codes);
            EXPECT_TRUE(findings.isEmpty()) << dotsPerMm << " dots, turned by " << rotate << ": "
                                            << qPrintable(findings.value(0).text);
        }
    }
}

TEST_P(CodesOfTemplates, AreNotTakenForAnotherText) {
    const DrawnLabel label = drawn({itemOf(GetParam(), 0)});
    ASSERT_EQ(label.codes.size(), 1);
    auto expected = label.codes;
    expected.first().text += u'0';
    EXPECT_EQ(kindsOf(proof(label.page, expected)), QStringList{u"read-differs"_qs});
}

TEST_P(CodesOfTemplates, AreWholeDots) {
    if (GetParam().symbology == Symbology::MaxiCode)
        return; // drawn of hexagons
    TemplateItem item = itemOf(GetParam(), 0);
    item.moduleDots = 2;
    item.caption = false;
    const DrawnLabel label = drawn({item});
    ASSERT_EQ(label.codes.size(), 1);
    EXPECT_EQ(shortestRun(label.page, label.codes.first().dots) % 2, 0);
}

INSTANTIATE_TEST_SUITE_P(Labels, CodesOfTemplates, testing::ValuesIn(kSamples),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(CodesOfTemplate, AGs1CodeIsNoPlainCodeOfTheSameText) {
    const DrawnLabel plain =
        drawn({code(Symbology::DataMatrix, u"0109506000134352"_qs, {5, 10, 40, 40})});
    auto expected = plain.codes;
    expected.first().symbology = Symbology::Gs1DataMatrix;
    EXPECT_EQ(kindsOf(proof(plain.page, expected)), QStringList{u"read-differs"_qs});
}

TEST(CodesOfTemplate, WrongCheckDigitsAndFormsAreRefusedInWords) {
    EXPECT_TRUE(encodeLabelCode(Symbology::Ean13, u"6901234500864"_qs).problem.contains(u"be 8"));
    EXPECT_TRUE(encodeLabelCode(Symbology::Ean13, u"12345678"_qs).problem.contains(u"13 digits"));
    EXPECT_TRUE(encodeLabelCode(Symbology::Ean13, u"69012345008a3"_qs).problem.contains(u"digits"));
    EXPECT_TRUE(encodeLabelCode(Symbology::Itf14, u"16901234500861"_qs).problem.contains(u"be 5"));
    EXPECT_TRUE(
        encodeLabelCode(Symbology::Gs1_128, u"09506000134352"_qs).problem.contains(u"[01]"));
    EXPECT_FALSE(encodeLabelCode(Symbology::Gs1_128, u"[01]09506000134353"_qs).problem.isEmpty());
    EXPECT_FALSE(encodeLabelCode(Symbology::Gs1_128, u"[01]0950"_qs).problem.isEmpty());
    EXPECT_FALSE(encodeLabelCode(Symbology::Pdf417, u"a\u001Db"_qs).problem.isEmpty());
    EXPECT_FALSE(encodeLabelCode(Symbology::DataMatrix, {}).problem.isEmpty());
}

TEST(CodesOfTemplate, Pdf417TakesTheColumnsThatSuitItsPlace) {
    const QString text = QString(60, u'7');
    const LabelCode wide = fittedPdf417(text, {700, 100});
    const LabelCode tall = fittedPdf417(text, {200, 400});
    EXPECT_GT(wide.columns, tall.columns);
    EXPECT_LT(wide.rows, tall.rows);
}

TEST(CodesOfTemplate, AMaxiCodeWithoutItsFullSizeIsNotDrawn) {
    const DrawnLabel label = drawn({code(Symbology::MaxiCode, u"PB"_qs, {5, 10, 20, 20})});
    EXPECT_EQ(kindsOf(label.findings), QStringList{u"bad-barcode"_qs});
    EXPECT_TRUE(inkBox(label.page).isNull());
}

TEST(CodesOfTemplate, ElementsAndBracketsAreTheSame) {
    EXPECT_EQ(gs1Elements(u"[01]09506000134352[10]ABC[3103]000189"_qs),
              u"010950600013435210ABC\u001D3103000189"_qs);
    EXPECT_EQ(gs1Elements(u"(00)106141412345678908"_qs), u"00106141412345678908"_qs);
    EXPECT_EQ(gs1Elements(u"x(00)106141412345678908"_qs), QString());
}

} // namespace packbench
