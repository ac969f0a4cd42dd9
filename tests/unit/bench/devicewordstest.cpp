#include "bench/devicewords.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// Every sentence that the sources of the drivers can say to a person, places as %1, %2.
QStringList sentencesOf(const QString& source) {
    static const QRegularExpression literals(
        QStringLiteral(R"x((?:QStringLiteral|counted)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))x"));
    static const QRegularExpression piece(QStringLiteral(R"x("((?:[^"\\]|\\.)*)")x"));
    QStringList found;
    for (auto all = literals.globalMatch(source); all.hasNext();) {
        QString sentence;
        for (auto pieces = piece.globalMatch(all.next().captured(1)); pieces.hasNext();)
            sentence += pieces.next().captured(1);
        if (sentence.contains(u' ') && sentence.endsWith(u'.'))
            found.append(sentence);
    }
    return found;
}

QStringList sentencesOfTheDrivers() {
    QStringList found;
    QDirIterator files(QStringLiteral(SOURCES "/drivers"), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        // The virtual printer's orders are for tests, not for the floor.
        if (!file.fileName().contains(u"/virtual") && file.open(QIODevice::ReadOnly))
            found += sentencesOf(QString::fromUtf8(file.readAll()));
    }
    return found;
}

} // namespace

TEST(DeviceWords, EverySentenceOfTheDriversHasItsChinese) {
    const QStringList sentences = sentencesOfTheDrivers();
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
