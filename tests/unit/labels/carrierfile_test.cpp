#include "labels/carrier/carrierfile.h"
#include "labels/layout.h"
#include "labels/proof.h"
#include "sample.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <gtest/gtest.h>

#include <algorithm>

namespace packbench {
namespace {

QByteArray saved(QImage picture, const char* format, double dotsPerMm) {
    picture.setDotsPerMeterX(qRound(dotsPerMm * 1000));
    picture.setDotsPerMeterY(qRound(dotsPerMm * 1000));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, format);
    return bytes;
}

DrawnLabel sampleLabel(int dotsPerMm) {
    return drawLabel(builtInTemplate(QStringLiteral("general-100x150")).value, chineseParcel(),
                     dotsPerMm);
}

/// A PDF as a shop's program makes one: a page of the label's size, its picture drawn on it.
QByteArray pdfOf(const QList<QImage>& pictures, QSizeF mm) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(300);
    writer.setPageSize(QPageSize(mm, QPageSize::Millimeter));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    for (qsizetype at = 0; at < pictures.size(); ++at) {
        if (at > 0)
            writer.newPage();
        painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), pictures[at]);
    }
    painter.end();
    return bytes;
}

void expectCodes(const CarrierFile& file, const DrawnLabel& label) {
    ASSERT_EQ(file.problem, QString());
    for (const CarrierLabel& page : file.labels) {
        QStringList read;
        for (const ReadCode& code : readCodes(imageFromPage(page.page)))
            read += code.text;
        for (const ExpectedCode& code : label.codes)
            EXPECT_TRUE(read.contains(code.text)) << qPrintable(code.text);
    }
}

TEST(CarrierFile, IsToldByItsBytes) {
    EXPECT_EQ(carrierForm("^XA^FO1,1^FDx^FS^XZ"), CarrierForm::Zpl);
    EXPECT_EQ(carrierForm("\r\nSIZE 100 mm,150 mm\r\nCLS\r\n"), CarrierForm::Tspl);
    EXPECT_EQ(carrierForm("\nN\nq812\nA1,1,0,1,1,1,N,\"x\"\nP1\n"), CarrierForm::Epl2);
    EXPECT_EQ(carrierForm("%PDF-1.4\n"), CarrierForm::Pdf);
    EXPECT_EQ(carrierForm(saved(QImage(10, 10, QImage::Format_RGB32), "JPG", 8)),
              CarrierForm::Picture);
    EXPECT_EQ(carrierForm("Dear customer"), CarrierForm::Unknown);
    EXPECT_EQ(carrierForm({}), CarrierForm::Unknown);
}

TEST(CarrierFile, ThatNobodyKnowsIsRefusedInASentence) {
    const CarrierFile file = openCarrierFile("Dear customer", {});
    EXPECT_TRUE(file.labels.isEmpty());
    EXPECT_TRUE(file.problem.endsWith(QLatin1Char('.')));
}

TEST(CarrierFile, APictureOfThePrintersResolutionIsThePageToTheDot) {
    const DrawnLabel label = sampleLabel(8);
    const CarrierFile file =
        openCarrierFile(saved(imageFromPage(label.page), "PNG", 8), {8, {}, 8});
    ASSERT_EQ(file.labels.size(), 1) << qPrintable(file.problem);
    EXPECT_EQ(file.labels[0].page, label.page);
}

TEST(CarrierFile, APictureOfAnotherResolutionKeepsItsSizeAndItsCodes) {
    const DrawnLabel label = sampleLabel(12);
    const CarrierFile file =
        openCarrierFile(saved(imageFromPage(label.page), "PNG", 12), {8, {}, 8});
    expectCodes(file, label);
    EXPECT_EQ(file.labels[0].page.width, 800);
    EXPECT_EQ(file.labels[0].page.height, 1200);
}

TEST(CarrierFile, APictureThatOnlyKnowsAScreenIsAsWideAsALabel) {
    const DrawnLabel label = sampleLabel(12);
    const QByteArray bytes = saved(imageFromPage(label.page), "PNG", 3.78);
    expectCodes(openCarrierFile(bytes, {8, QSizeF(100, 150), 8}), label);
    expectCodes(openCarrierFile(bytes, {8, {}, 8}), label);
    QImage odd(531, 300, QImage::Format_RGB32);
    odd.fill(Qt::white);
    EXPECT_TRUE(openCarrierFile(saved(odd, "PNG", 3.78), {})
                    .problem.contains(QStringLiteral("does not say how large it is")));
}

TEST(CarrierFile, TransparentIsPaper) {
    QImage clear(800, 400, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    const CarrierFile file = openCarrierFile(saved(clear, "PNG", 8), {});
    ASSERT_EQ(file.labels.size(), 1);
    EXPECT_EQ(file.labels[0].page, blankPage(800, 400, 8));
}

TEST(CarrierFile, APalePictureIsSaidABlackOneIsNot) {
    const DrawnLabel label = sampleLabel(8);
    QImage pale = imageFromPage(label.page);
    for (int y = 0; y < pale.height(); ++y) {
        uchar* row = pale.scanLine(y);
        std::transform(row, row + pale.width(), row,
                       [](uchar dot) { return uchar(dot < 128 ? 110 : 200); });
    }
    const CarrierFile file = openCarrierFile(saved(pale, "PNG", 8), {});
    ASSERT_EQ(file.labels.size(), 1) << qPrintable(file.problem);
    ASSERT_EQ(file.labels[0].findings.size(), 1);
    EXPECT_EQ(file.labels[0].findings[0].kind, QStringLiteral("low-contrast"));
    EXPECT_FALSE(mustNotPrint(file.labels[0].findings[0]));
    EXPECT_EQ(file.labels[0].page, label.page) << "it is printed black all the same";
    const CarrierFile black = openCarrierFile(saved(imageFromPage(label.page), "PNG", 8), {});
    EXPECT_TRUE(black.labels.value(0).findings.isEmpty());
}

TEST(CarrierFile, WhatIsLargerThanTheLabelsInThePrinterIsRefused) {
    const DrawnLabel label = sampleLabel(8);
    const QByteArray bytes = saved(imageFromPage(label.page), "PNG", 8);
    const CarrierFile file = openCarrierFile(bytes, {8, QSizeF(76, 130), 8});
    EXPECT_TRUE(file.labels.isEmpty());
    EXPECT_TRUE(file.problem.contains(QStringLiteral("100.0 × 150.0 mm")))
        << qPrintable(file.problem);
}

TEST(CarrierFile, EveryPageOfAPdfIsALabel) {
    const DrawnLabel label = sampleLabel(12);
    const QImage picture = imageFromPage(label.page);
    const QByteArray bytes = pdfOf({picture, picture, picture}, QSizeF(100, 150));
    for (const int dots : {8, 12}) {
        const CarrierFile file = openCarrierFile(bytes, {dots, {}, 8});
        expectCodes(file, label);
        ASSERT_EQ(file.labels.size(), 3);
        EXPECT_NEAR(file.labels[2].page.width, 100 * dots, 2);
        EXPECT_NEAR(file.labels[2].page.height, 150 * dots, 2);
    }
}

TEST(CarrierFile, ASheetOfPaperIsNoLabel) {
    const QByteArray bytes = pdfOf({imageFromPage(sampleLabel(8).page)}, QSizeF(400, 600));
    const CarrierFile file = openCarrierFile(bytes, {});
    EXPECT_TRUE(file.labels.isEmpty());
    EXPECT_TRUE(file.problem.startsWith(QStringLiteral("Page 1 is 400.0 × 600.")))
        << qPrintable(file.problem);
}

TEST(CarrierFile, WhatIsDamagedOrLockedIsRefused) {
    EXPECT_FALSE(openCarrierFile("%PDF-1.4\nnothing more", {}).problem.isEmpty());
    QByteArray png = saved(imageFromPage(sampleLabel(8).page), "PNG", 8);
    EXPECT_TRUE(openCarrierFile(png.left(300), {}).problem.contains(QStringLiteral("damaged")));
    // Version 1 of the standard lock, with keys of nobody.
    const QByteArray locked = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                              "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                              "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 283 425]>>endobj\n"
                              "4 0 obj<</Filter/Standard/V 1/R 2/O<" +
                              QByteArray(64, '1') + ">/U<" + QByteArray(64, '2') +
                              ">/P -4>>endobj\n"
                              "trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<31><31>]/Size 5>>\n%%EOF\n";
    EXPECT_TRUE(openCarrierFile(locked, {}).problem.contains(QStringLiteral("password")))
        << qPrintable(openCarrierFile(locked, {}).problem);
}

TEST(CarrierFile, APictureOfTooManyDotsIsRefusedBeforeItIsDrawn) {
    QImage wide(20'000, 20, QImage::Format_Mono);
    wide.fill(0);
    EXPECT_TRUE(
        openCarrierFile(saved(wide, "PNG", 24), {}).problem.contains(QStringLiteral("20000")));
}

TEST(CarrierFile, APageLyingOnItsSideIsTurnedToFitTheLabelsInThePrinter) {
    const DrawnLabel label = sampleLabel(8);
    const QImage lying = imageFromPage(label.page).transformed(QTransform().rotate(-90));
    const CarrierWish stock{8, {100, 150}, 8};
    for (const QByteArray& file : {pdfOf({lying}, {150, 100}), saved(lying, "PNG", 8)}) {
        const CarrierFile opened = openCarrierFile(file, stock);
        ASSERT_EQ(opened.labels.size(), 1) << qPrintable(opened.problem);
        EXPECT_NEAR(opened.labels.first().page.height, 1200, 1);
        expectCodes(opened, label);
    }
}

TEST(CarrierFile, AJpegWhoseEndIsMissingIsDamaged) {
    const QByteArray whole = saved(imageFromPage(sampleLabel(8).page), "JPG", 8);
    EXPECT_TRUE(openCarrierFile(whole, {}).problem.isEmpty());
    const CarrierFile cut = openCarrierFile(whole.left(whole.size() / 2), {});
    EXPECT_TRUE(cut.labels.isEmpty());
    EXPECT_TRUE(cut.problem.contains(u"damaged"));
}

TEST(CarrierFile, ATiffIsReadAsTheOtherPictures) {
    const DrawnLabel label = sampleLabel(8);
    const CarrierFile file = openCarrierFile(saved(imageFromPage(label.page), "TIFF", 8), {});
    expectCodes(file, label);
    EXPECT_EQ(file.labels.size(), 1);
}

TEST(CarrierFile, AStreamThatNamesNoLengthIsAsLongAsWhatIsOnIt) {
    const auto height = [](const QByteArray& stream) {
        return openCarrierFile(stream, {}).labels.value(0).page.height;
    };
    EXPECT_EQ(height("^XA^FO9,9^GB50,50,5^FS^XZ"), 1218);
    EXPECT_EQ(height("^XA^POI^FO9,9^GB50,50,5^FS^XZ"), 1218);
    EXPECT_EQ(height("^XA^FO9,9^GB9,9,9^FS^FO9,1500^GB50,50,5^FS^XZ"), 1624);
    EXPECT_EQ(height("^XA^LL400^FO9,9^GB50,50,5^FS^XZ"), 400);
}

} // namespace
} // namespace packbench
