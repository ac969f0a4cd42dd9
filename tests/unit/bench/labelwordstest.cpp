#include "bench/labelwords.h"

#include "sourcesentences.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

bool isChinese(const QString& text) {
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

TEST(LabelWords, EverySentenceOfTheLabelReadersHasItsChinese) {
    const QStringList sentences = sentencesOfSources(QStringLiteral(SOURCES "/labels"));
    ASSERT_GT(sentences.size(), 100);
    for (QString sentence : sentences) {
        const bool hasTwo = sentence.contains(u"%2");
        sentence.replace(QStringLiteral("%1"), QStringLiteral("12.5"))
            .replace(QStringLiteral("%2"), QStringLiteral("QX 2"))
            .replace(QStringLiteral("%3"), QStringLiteral("QY"))
            .replace(QStringLiteral("%4"), QStringLiteral("QZ"));
        const QString chinese = labelWords(sentence, Language::Chinese);
        EXPECT_TRUE(isChinese(chinese)) << qPrintable(sentence);
        EXPECT_EQ(chinese.contains(u"QX 2"), hasTwo) << qPrintable(chinese);
        EXPECT_EQ(labelWords(sentence, Language::English), sentence);
    }
}

TEST(LabelWords, PartsOfASentenceAreTranslatedToo) {
    EXPECT_EQ(
        labelWords(QStringLiteral("A picture of the label (^GF) was not drawn: its numbers of "
                                  "bytes do not fit each other."),
                   Language::Chinese),
        u"面单上的图（^GF）没有画：写的字节数互相对不上。");
    EXPECT_EQ(labelWords(QStringLiteral("Page 3 of the PDF is damaged."), Language::Chinese),
              u"PDF 的第 3 页坏了。");
}

TEST(LabelWords, APoolThatIsTooSmallIsSaidInChinese) {
    EXPECT_EQ(labelWords(QStringLiteral("No waybill number of 圆通速递 YTO Express is free. Import "
                                        "a new pool."),
                         Language::Chinese),
              u"圆通速递 YTO Express 没有可用的运单号。请导入新的单号。");
    EXPECT_EQ(labelWords(QStringLiteral("The pool of 申通快递 STO Express has 10 free waybill "
                                        "numbers, taken by the orders before this one. Import a "
                                        "new pool."),
                         Language::Chinese),
              u"申通快递 STO Express 有 10 个可用的运单号，前面的订单会用完。请导入新的单号。");
    EXPECT_EQ(labelWords(QStringLiteral("The 60 free waybill numbers are taken by the orders "
                                        "before this one. Import a new pool."),
                         Language::Chinese),
              u"可用的运单号有 60 个，前面的订单会用完。请导入新的单号。");
}

TEST(LabelWords, ATemplatesFindingNamesItsItem) {
    EXPECT_EQ(labelWords(QStringLiteral("Item 3 (barcode): its bars would be too low to scan."),
                         Language::Chinese),
              u"第 3 项（条码）：条太矮，扫不出来。");
    EXPECT_EQ(labelWords(QStringLiteral("Item 2 (text): “receiver.name” had to be cut to fit. "
                                        "(sample “long”, 8 dots/mm)"),
                         Language::Chinese),
              u"第 2 项（文字）：“receiver.name”放不下，截短了。（样例“long”，每毫米 8 点）");
}

TEST(LabelWords, ANoticeSpeaksOneLanguage) {
    const Notice notice{
        NoticeCode::InboxNotDrawn,
        {QStringLiteral("The PDF is locked with a password. Save it without one.")}};
    EXPECT_EQ(words(notice, Language::Chinese),
              u"这张面单画不出来：PDF 有密码。请存成没有密码的。");
}

TEST(LabelWords, WhatItDoesNotKnowStaysAsItIs) {
    EXPECT_EQ(labelWords(QStringLiteral("Something new."), Language::Chinese), u"Something new.");
    EXPECT_EQ(labelWords({}, Language::Chinese), QString());
}

} // namespace packbench
