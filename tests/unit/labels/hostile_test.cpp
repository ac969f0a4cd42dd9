#include "labels/layout.h"
#include "labels/proof.h"
#include "labels/typesetter.h"
#include "sample.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace packbench {

namespace {

const QString kEvil[] = {
    u"^XZ^XA^FO0,0^FDgot you^FS"_qs,
    u"~JR^CC!\"'\\[\"]"_qs,
    u"王\r\n\x1B!R二\t三\u0000四\u007F"_qs,
    u"\u202Eecirp\u202C \u200F\u200E\u2066x\u2069"_qs,
    u"小王😀👨‍👩‍👧🏽❤️"_qs,
    u"{{tracking}}{{{{}}"_qs,
    u"e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C"_qs,
    QString(4000, u'长'),
    QString(4000, u'W'),
    QString(2000, u' ') + u"x"_qs,
    u"שלום عليكم สวัสดี 안녕 Łódź İstanbul"_qs,
    QString(1, QChar(0xD83D)) + u"lone"_qs,
    u"\uFEFF\u00AD\uFFFF\uE000\U000E0041"_qs,
};

Page pageOf(const QString& value) {
    TemplateItem item;
    item.mm = {5, 5, 80, 8};
    item.field = u"{{recipient.name}}"_qs;
    LabelFields fields;
    fields.values[u"recipient.name"_qs] = value;
    return drawLabel({u"t"_qs, {90, 20}, {item}}, fields, 8).page;
}

QList<LabelFinding> findingsOf(const QString& value) {
    TemplateItem item;
    item.mm = {5, 5, 80, 8};
    item.field = u"{{recipient.name}}"_qs;
    LabelFields fields;
    fields.values[u"recipient.name"_qs] = value;
    return drawLabel({u"t"_qs, {90, 20}, {item}}, fields, 8).findings;
}

/// As ZPL's Z64 carries it.
qsizetype sentBytes(const Page& page) {
    uLongf size = compressBound(static_cast<uLong>(page.bits.size()));
    QByteArray packed(static_cast<qsizetype>(size), '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
              reinterpret_cast<const Bytef*>(page.bits.constData()),
              static_cast<uLong>(page.bits.size()), 6);
    packed.truncate(static_cast<qsizetype>(size));
    return packed.toBase64().size();
}

} // namespace

TEST(Hostile, EvilTextInEveryFieldLeavesTheCodesReadable) {
    for (const QString& name : builtInTemplates()) {
        const LabelTemplate form = builtInTemplate(name).value;
        for (const QString& evil : kEvil) {
            LabelFields fields = chineseParcel();
            for (auto it = fields.values.begin(); it != fields.values.end(); ++it) {
                if (it.key() != u"tracking" && it.key() != u"copy_mark")
                    *it = evil;
            }
            for (auto& row : fields.rows[u"goods"_qs]) {
                for (QString& cell : row)
                    cell = evil;
            }
            const DrawnLabel label = drawLabel(form, fields, 8);
            EXPECT_GE(label.codes.size(), 2);
            EXPECT_TRUE(proof(label.page, label.codes).isEmpty()) << qPrintable(evil.left(20));
        }
    }
}

TEST(Hostile, AnEvilTrackingNumberIsNeverDrawnAsAnother) {
    const LabelTemplate form = builtInTemplate(u"general-100x150"_qs).value;
    for (const QString& evil : kEvil) {
        LabelFields fields = chineseParcel();
        fields.values[u"tracking"_qs] = evil;
        const DrawnLabel label = drawLabel(form, fields, 8);
        for (const ExpectedCode& code : label.codes)
            EXPECT_EQ(code.text, evil.trimmed());
        if (label.codes.size() < 2) {
            EXPECT_TRUE(std::any_of(label.findings.begin(), label.findings.end(), mustNotPrint));
        } else {
            EXPECT_TRUE(proof(label.page, label.codes).isEmpty());
        }
    }
}

TEST(Hostile, ControlAndDirectionCharactersLeaveNoTrace) {
    EXPECT_EQ(pageOf(u"王\x1B\u0007\u202E\u200F五\u200D\uFEFF"_qs), pageOf(u"王五"_qs));
    EXPECT_EQ(pageOf(u"王\r\n\t五\u2028"_qs), pageOf(u"王 五"_qs));
}

TEST(Hostile, ValuesAreNotExpandedAgain) {
    EXPECT_NE(pageOf(u"{{tracking}}"_qs), pageOf(u""_qs));
}

TEST(Hostile, AnEmojiIsAFindingAndABoxStandsInItsPlace) {
    const auto findings = findingsOf(u"小王😀"_qs);
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings.first().kind, u"missing-glyph");
    EXPECT_TRUE(findings.first().text.contains(u"U+1F600"));
    EXPECT_FALSE(findings.first().text.contains(u"小王"));
    EXPECT_EQ(pageOf(u"小王😀"_qs), pageOf(u"小王□"_qs));
}

TEST(Hostile, LettersTheChineseFontLacksAreLentByAnother) {
    EXPECT_TRUE(findingsOf(u"Łódź Čeněk Ğül Őze"_qs).isEmpty());
    EXPECT_NE(pageOf(u"Łódź"_qs), pageOf(u"□ódź"_qs));
}

TEST(Hostile, ASurnameOfTheRareKindIsPrinted) {
    EXPECT_TRUE(findingsOf(u"㛃䶮喆翀"_qs).isEmpty());
}

TEST(Hostile, ADenseLabelStaysSmallOnTheWire) {
    const LabelTemplate form = builtInTemplate(u"general-100x150"_qs).value;
    EXPECT_LE(sentBytes(drawLabel(form, denseParcel(), 8).page), 18'000);
    EXPECT_LE(sentBytes(drawLabel(form, overfullParcel(), 8).page), 22'500);
}

TEST(Hostile, FourThousandCharactersAreCutAndSaidSo) {
    const auto findings = findingsOf(QString(4000, u'长'));
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings.first().kind, u"text-cut");
    EXPECT_LT(findings.first().text.size(), 100);
}

} // namespace packbench
