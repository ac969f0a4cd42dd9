#include "bench/devicewords.h"

#include "sourcesentences.h"

#include <gtest/gtest.h>

namespace packbench {

TEST(DeviceWords, EverySentenceOfTheDriversHasItsChinese) {
    // The virtual printer's orders are for tests, not for the floor.
    const QStringList sentences =
        sentencesOfSources(QStringLiteral(SOURCES "/drivers"), QStringLiteral("/virtual"));
    ASSERT_GT(sentences.size(), 30);
    for (QString sentence : sentences) {
        const bool hasTwo = sentence.contains(u"%2");
        sentence.replace(QStringLiteral("%1"), QStringLiteral("12.5"))
            .replace(QStringLiteral("%2"), QStringLiteral("usb:1 2"));
        const QString chinese = deviceWords(sentence, Language::Chinese);
        EXPECT_NE(chinese, sentence);
        EXPECT_EQ(chinese.contains(u"usb:1 2"), hasTwo) << qPrintable(chinese);
        EXPECT_FALSE(chinese.contains(u'%')) << qPrintable(chinese);
        EXPECT_EQ(deviceWords(sentence, Language::English), sentence);
    }
}

TEST(DeviceWords, WhatItDoesNotKnowStaysAsItIs) {
    EXPECT_EQ(deviceWords(QStringLiteral("Something new."), Language::Chinese), u"Something new.");
    EXPECT_EQ(deviceWords({}, Language::Chinese), QString());
}

TEST(DeviceWords, ANoticeTellsTheCauseInItsLanguage) {
    const Notice notice{NoticeCode::PrinterGone,
                        {QStringLiteral("The printer usb:1 is not there: check its cable and its "
                                        "switch.")}};
    EXPECT_EQ(words(notice, Language::Chinese), u"面单还没发出。打印机 usb:1 不在：看线和开关。");
}

} // namespace packbench
