#include "labels/typesetter.h"
#include "layouttest.h"

#include <QPainter>
#include <QTextLayout>

#include <gtest/gtest.h>

namespace packbench {

namespace {

TemplateItem tall(const QString& field, QRectF mm = {10, 10, 8, 60}) {
    TemplateItem item = text(field, mm);
    item.vertical = true;
    item.fontMm = 5;
    item.verticalAlign = VerticalAlign::Top;
    return item;
}

QRect inkOf(const QString& field) {
    return inkBox(drawn({text(field, {10, 10, 60, 10})}).page);
}

} // namespace

TEST(Texts, VerticalTextGoesFromTopToBottom) {
    const QRect box = inkBox(drawn({tall(u"收件人"_qs)}).page);
    EXPECT_GT(box.height(), 3 * box.width() / 2);
    const Page first = drawn({tall(u"收"_qs)}).page;
    const Page all = drawn({tall(u"收件人"_qs)}).page;
    const QRect head(80, 80, 64, 37);
    EXPECT_EQ(ink(all, head), ink(first, head));
}

TEST(Texts, VerticalLinesWrapFromRightToLeft) {
    TemplateItem item = tall(u"一二三四五六"_qs, {10, 10, 16, 17});
    item.fit = Fit::Wrap;
    const DrawnLabel label = drawn({item});
    EXPECT_TRUE(label.findings.isEmpty());
    TemplateItem firstLine = item;
    firstLine.field = u"一二三"_qs;
    firstLine.align = Align::Right;
    const QRect right = inkBox(drawn({firstLine}).page);
    item.align = Align::Right;
    const QRect both = inkBox(drawn({item}).page);
    EXPECT_LT(both.left(), right.left() - 20);
    EXPECT_NEAR(both.right(), right.right(), 3);
}

TEST(Texts, VerticalTextShrinksAndThenIsCut) {
    TemplateItem item = tall(QString(14, u'字'));
    item.minFontMm = 3;
    EXPECT_TRUE(drawn({item}).findings.isEmpty());
    item.field = QString(40, u'字');
    EXPECT_EQ(kindsOf(drawn({item}).findings), QStringList{u"text-cut"_qs});
    EXPECT_TRUE(QRect(80, 80, 64, 480).contains(inkBox(drawn({item}).page)));
}

TEST(Texts, BracketsStandUprightInVerticalText) {
    EXPECT_EQ(drawn({tall(u"（急）"_qs)}).page, drawn({tall(u"︵急︶"_qs)}).page);
}

TEST(Texts, LinesThatJustFitAreNotCut) {
    TemplateItem item = text(QString(34, u'字'), {10, 10, 69, 6.5});
    item.fontMm = 3.4;
    item.fit = Fit::Wrap;
    for (double height = 5; height < 8; height += 0.125) {
        item.mm.setHeight(height);
        EXPECT_TRUE(drawn({item}).findings.isEmpty()) << height;
    }
}

TEST(Texts, FacesDiffer) {
    TemplateItem item = text(u"申通 0123456"_qs);
    const Page sans = drawn({item}).page;
    item.face = Face::Serif;
    const Page serif = drawn({item}).page;
    item.face = Face::Mono;
    const Page mono = drawn({item}).page;
    EXPECT_NE(sans, serif);
    EXPECT_NE(sans, mono);
    item.field = u"iiiiiiii"_qs;
    const int narrow = inkBox(drawn({item}).page).width();
    item.field = u"88888888"_qs;
    EXPECT_NEAR(narrow, inkBox(drawn({item}).page).width(), 16);
}

TEST(Texts, ArabicLettersAreJoined) {
    // Joined letters are narrower: the same ones kept apart by non-joiners are what unshaped text
    // would look like.
    const QRect joined = inkOf(u"سسسس"_qs);
    const QRect apart = inkOf(u"س\u200Cس\u200Cس\u200Cس"_qs);
    ASSERT_FALSE(joined.isNull());
    EXPECT_LT(joined.width(), apart.width() - 4);
}

TEST(Texts, ArabicRunsFromRightToLeft) {
    // Alef is a tall stroke, seen a row of low teeth: written alef first, the tall ink must stand
    // at the right end.
    const Page page = drawn({text(u"ا سسس"_qs, {10, 10, 60, 10})}).page;
    const QRect box = inkBox(page);
    EXPECT_GT(ink(page, {box.right() - 5, box.top(), 6, 4}), 0);
    EXPECT_EQ(ink(page, {box.left(), box.top(), box.width() / 2, 4}), 0);
}

TEST(Texts, NumbersInArabicTextKeepTheirOrder) {
    const Page alone = drawn({text(u"12345"_qs, {10, 10, 60, 10})}).page;
    const Page within = drawn({text(u"رقم 12345"_qs, {10, 10, 60, 10})}).page;
    const QRect digits = inkBox(alone);
    for (int y = digits.top(); y <= digits.bottom(); ++y) {
        for (int x = digits.left(); x <= digits.right(); ++x)
            ASSERT_EQ(alone.isBlack(x, y), within.isBlack(x, y)) << x << ' ' << y;
    }
}

TEST(Texts, PunctuationOfOtherScriptsIsLentWithTheirLetters) {
    EXPECT_TRUE(drawn({text(u"علي، الرياض؟"_qs)}).findings.isEmpty());
    EXPECT_TRUE(drawn({text(u"฿120 ₽30"_qs)}).findings.isEmpty());
}

TEST(Texts, ThaiMarksStandOverTheirLettersAndTakeNoRoom) {
    const QRect bare = inkOf(u"กกกก"_qs);
    const QRect marked = inkOf(u"กี่กี่กี่กี่"_qs);
    ASSERT_FALSE(bare.isNull());
    EXPECT_TRUE(drawn({text(u"กรุงเทพมหานคร"_qs)}).findings.isEmpty());
    EXPECT_NEAR(bare.width(), marked.width(), 8);
    EXPECT_LT(marked.top(), bare.top() - 3);
}

TEST(Texts, ScriptsWithoutAFontAreAFindingNotBoxesInSilence) {
    const DrawnLabel label = drawn({text(u"\U00012000 ok"_qs)});
    EXPECT_EQ(kindsOf(label.findings), QStringList{u"missing-glyph"_qs});
    EXPECT_TRUE(label.findings.first().text.contains(u"U+12000"));
}

TEST(Texts, ALetterIsNotCutFromItsMarks) {
    TemplateItem item = text(u"กี่"_qs.repeated(60), {10, 10, 30, 6});
    item.fit = Fit::Cut;
    const DrawnLabel label = drawn({item});
    EXPECT_EQ(kindsOf(label.findings), QStringList{u"text-cut"_qs});
    EXPECT_TRUE(QRect(80, 80, 240, 48).contains(inkBox(label.page)));
}

TEST(Texts, ShadesAreAsDarkAsTheySay) {
    TemplateItem box = plain(ItemKind::Box, {10, 10, 20, 20});
    box.filled = true;
    for (const int percent : {10, 25, 50, 75, 100}) {
        box.shade = percent;
        const Page page = drawn({box}).page;
        EXPECT_NEAR(ink(page, {80, 80, 160, 160}) * 100.0 / (160 * 160), percent, 1.6) << percent;
    }
}

TEST(Texts, ConditionsDecideWhatIsDrawn) {
    TemplateItem item = text(u"到付"_qs);
    LabelFields fields;
    fields.values = {{u"payment"_qs, u"collect"_qs}, {u"cod"_qs, QString()}};
    const auto isDrawn = [&] { return !inkBox(drawn({item}, fields).page).isNull(); };
    item.onlyUnless = u"cod"_qs;
    EXPECT_TRUE(isDrawn());
    item.onlyUnless = u"payment"_qs;
    EXPECT_FALSE(isDrawn());
    item.onlyUnless.clear();
    item.onlyIf = u"payment"_qs;
    item.onlyIfIs = u"collect"_qs;
    EXPECT_TRUE(isDrawn());
    item.onlyIfIs = u"prepaid"_qs;
    EXPECT_FALSE(isDrawn());
}

} // namespace packbench
