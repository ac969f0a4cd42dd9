#include "labels/picture.h"
#include "labels/templatewriter.h"
#include "layouttest.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// From black at the left to white at the right.
QByteArray ramp(const char* form = "PNG", QSize size = {256, 64}) {
    QImage image(size, QImage::Format_Grayscale8);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.scanLine(y)[x] = static_cast<uchar>(x * 255 / (size.width() - 1));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, form, 95);
    return bytes;
}

TemplateItem imageOf(const QByteArray& bytes, QRectF mm = {10, 10, 32, 8}) {
    TemplateItem item = plain(ItemKind::Image, mm);
    item.picture = bytes;
    return item;
}

TemplateReading readWith(const QByteArray& keys, const QString& folder = {}) {
    return readTemplate(R"({"name": "One", "size_mm": [100, 150], "items": [{"type": "image",
        "at_mm": [1, 1], "size_mm": [20, 10], )" +
                            keys + "}]}",
                        folder);
}

} // namespace

TEST(Picture, GreysAreSpreadSoThatEveryPartKeepsItsDarkness) {
    for (const char* form : {"PNG", "JPG"}) {
        const Page page = drawn({imageOf(ramp(form))}).page;
        for (int part = 0; part < 4; ++part) {
            const QRect place(80 + part * 64, 80, 64, 64);
            const double expected = 1 - (part + 0.5) / 4;
            EXPECT_NEAR(ink(page, place) / (64.0 * 64), expected, 0.04) << form << ' ' << part;
        }
    }
}

TEST(Picture, AThresholdMakesTwoHalves) {
    TemplateItem item = imageOf(ramp());
    item.dither = Dither::Threshold;
    const Page page = drawn({item}).page;
    EXPECT_EQ(ink(page, {80, 80, 120, 64}), 120 * 64);
    EXPECT_EQ(ink(page, {216, 80, 120, 64}), 0);
}

TEST(Picture, ProportionsAreKeptAndItIsTurned) {
    TemplateItem item = imageOf(ramp(), {10, 10, 32, 32});
    item.dither = Dither::Threshold;
    EXPECT_EQ(inkBox(drawn({item}).page).height(), 64);
    item.rotate = 90;
    const QRect turned = inkBox(drawn({item}).page);
    EXPECT_EQ(turned.width(), 64);
    EXPECT_EQ(turned.top(), 80);
}

TEST(Picture, BytesThatAreNoPictureAreAFinding) {
    EXPECT_EQ(kindsOf(drawn({imageOf("GIF89a")}).findings), QStringList{u"bad-picture"_qs});
    EXPECT_EQ(kindsOf(drawn({imageOf(ramp().left(60))}).findings), QStringList{u"bad-picture"_qs});
}

TEST(Picture, ItComesInTheTemplateOrBesideIt) {
    const QByteArray png = ramp();
    const auto inside = readWith("\"data\": \"" + png.toBase64() + '"');
    ASSERT_TRUE(inside.ok()) << qPrintable(inside.problems.join(u'\n'));
    EXPECT_EQ(inside.value.items.first().picture, png);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"logo.png"_qs));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(png);
    file.close();
    const auto beside = readWith(R"("file": "logo.png")", folder.path());
    ASSERT_TRUE(beside.ok()) << qPrintable(beside.problems.join(u'\n'));
    EXPECT_EQ(beside.value.items.first().picture, png);
    EXPECT_FALSE(readWith(R"("file": "logo.png")").ok());
    EXPECT_FALSE(readWith(R"("file": "other.png")", folder.path()).ok());
}

TEST(Picture, NoOtherFileIsEverOpened) {
    for (const char* name :
         {"../logo.png", "/etc/passwd", "sub/logo.png", ".hidden.png", "a\\\\b"}) {
        const auto reading = readWith(QByteArray("\"file\": \"") + name + '"', u"/tmp"_qs);
        EXPECT_TRUE(reading.problems.join(u' ').contains(u"beside the template")) << name;
    }
    EXPECT_FALSE(readWith(R"("data": "@@@")").ok());
    EXPECT_FALSE(readWith(R"("data": "aGVsbG8=")").ok());
    EXPECT_FALSE(readWith(R"("dither": "spread")").ok());
}

TEST(Picture, PicturesOfManyDotsAreRefused) {
    EXPECT_FALSE(isPicture(ramp("PNG", {4001, 1})));
    EXPECT_TRUE(isPicture(ramp("PNG", {4000, 1})));
}

} // namespace packbench
