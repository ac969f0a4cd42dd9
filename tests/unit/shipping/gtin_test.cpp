#include "print.h"

#include "shipping/gtin.h"

#include <gtest/gtest.h>

#include <random>

namespace packbench {
namespace {

QString randomDigits(std::mt19937& random, int size) {
    QString digits;
    for (int i = 0; i < size; ++i)
        digits += QChar(u'0' + int(random() % 10));
    return digits;
}

TEST(Gtin, KnownCodesHaveValidCheckDigits) {
    for (const char* code : {"6901234567892", "4006381333931", "036602301467", "96385074",
                             "16901234567899", "106141412345678908"})
        EXPECT_TRUE(hasValidCheckDigit(QString::fromLatin1(code))) << code;
}

TEST(Gtin, AWrongLastDigitIsSeen) {
    EXPECT_FALSE(hasValidCheckDigit(QStringLiteral("6901234567893")));
    EXPECT_FALSE(gtin14(QStringLiteral("6901234567893")));
}

TEST(Gtin, TextThatIsNoNumberHasNoCheckDigit) {
    EXPECT_FALSE(hasValidCheckDigit(QString()));
    EXPECT_FALSE(hasValidCheckDigit(QStringLiteral("0")));
    EXPECT_FALSE(hasValidCheckDigit(QStringLiteral("69012345678A2")));
    EXPECT_FALSE(hasValidCheckDigit(QStringLiteral("６９０１２３４５６７８９２")));
    EXPECT_TRUE(withCheckDigit(QStringLiteral("12a")).isEmpty());
    EXPECT_TRUE(withCheckDigit(QString()).isEmpty());
}

TEST(Gtin, FourLengthsAreOneNumberSpace) {
    EXPECT_EQ(gtin14(QStringLiteral("036602301467")), QStringLiteral("00036602301467"));
    EXPECT_EQ(gtin14(QStringLiteral("0036602301467")), QStringLiteral("00036602301467"));
    EXPECT_EQ(gtin14(QStringLiteral("00036602301467")), QStringLiteral("00036602301467"));
    EXPECT_EQ(gtin14(QStringLiteral("96385074")), QStringLiteral("00000096385074"));
}

TEST(Gtin, OtherLengthsAreNone) {
    for (int size : {1, 7, 9, 10, 11, 15, 18}) {
        const QString code = withCheckDigit(QString(size - 1, u'7'));
        EXPECT_FALSE(gtin14(code)) << size;
    }
}

TEST(Gtin, ZerosAloneAreAPlaceholderAndNoGtin) {
    for (int size : {8, 12, 13, 14})
        EXPECT_FALSE(gtin14(QString(size, u'0'))) << size;
}

TEST(Gtin, EverySingleWrongDigitIsDetected) {
    std::mt19937 random(20260920);
    for (int i = 0; i < 500; ++i) {
        const QString good = withCheckDigit(randomDigits(random, 12));
        ASSERT_TRUE(hasValidCheckDigit(good)) << qPrintable(good);
        QString bad = good;
        const auto at = int(random() % 13);
        bad[at] = QChar(u'0' + (bad.at(at).unicode() - u'0' + 1 + int(random() % 9)) % 10);
        EXPECT_FALSE(hasValidCheckDigit(bad)) << qPrintable(bad);
    }
}

TEST(Gtin, PaddingNeverChangesValidity) {
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        const QString body = randomDigits(random, 7);
        const QString code = withCheckDigit(body);
        EXPECT_EQ(code, withCheckDigit(QStringLiteral("000000") + body).mid(6));
    }
}

TEST(UpcE, KnownCodesExpand) {
    EXPECT_EQ(upcAFromUpcE(QStringLiteral("04252614")), QStringLiteral("042100005264"));
    EXPECT_EQ(upcAFromUpcE(QStringLiteral("01234565")), QStringLiteral("012345000065"));
}

/// The standard's own rules for zero suppression, written the other way round.
QString suppressed(const QString& upcA) {
    const QString maker = upcA.mid(1, 5);
    const QString item = upcA.mid(6, 5);
    QString six;
    if (maker.endsWith(QLatin1String("00")) && maker.at(2) <= u'2' &&
        item.startsWith(QLatin1String("00")))
        six = maker.left(2) + item.right(3) + maker.at(2);
    else if (maker.endsWith(QLatin1String("00")) && item.startsWith(QLatin1String("000")))
        six = maker.left(3) + item.right(2) + u'3';
    else if (maker.endsWith(u'0') && item.startsWith(QLatin1String("0000")))
        six = maker.left(4) + item.right(1) + u'4';
    else if (item.startsWith(QLatin1String("0000")) && item.back() >= u'5')
        six = maker + item.back();
    return six.isEmpty() ? QString() : upcA.left(1) + six + upcA.back();
}

TEST(UpcE, EverySuppressibleUpcAComesBack) {
    std::mt19937 random(11);
    int met = 0;
    for (int i = 0; i < 4000; ++i) {
        QString body = QString(QChar(u'0' + int(random() % 2))) + randomDigits(random, 10);
        switch (i % 4) {
        case 0:
            body.replace(3, 5, QString(QChar(u'0' + int(random() % 3))) + QStringLiteral("0000"));
            break;
        case 1: body.replace(4, 5, QStringLiteral("00000")); break;
        case 2: body.replace(5, 5, QStringLiteral("00000")); break;
        default: body.replace(6, 4, QStringLiteral("0000")); break;
        }
        const QString upcA = withCheckDigit(body);
        const QString upcE = suppressed(upcA);
        if (upcE.isEmpty())
            continue;
        ++met;
        EXPECT_EQ(upcAFromUpcE(upcE), upcA) << qPrintable(upcE);
    }
    EXPECT_GT(met, 2500);
}

TEST(UpcE, OtherNumberSystemsLengthsAndDigitsAreRefused) {
    EXPECT_FALSE(upcAFromUpcE(QStringLiteral("24252614")));
    EXPECT_FALSE(upcAFromUpcE(QStringLiteral("04252615")));
    EXPECT_FALSE(upcAFromUpcE(QStringLiteral("0425261")));
    EXPECT_FALSE(upcAFromUpcE(QStringLiteral("0425261X")));
}

} // namespace
} // namespace packbench
