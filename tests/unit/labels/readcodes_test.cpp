#include "labels/layout.h"
#include "labels/proof.h"
#include "sample.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QTransform>

#include <gtest/gtest.h>

namespace packbench {

namespace {

bool holds(const QList<ReadCode>& codes, const QString& format, const QString& text) {
    return std::any_of(codes.begin(), codes.end(), [&](const ReadCode& code) {
        return code.format == format && code.text == text;
    });
}

TemplateItem code(Symbology symbology, const QString& field, QRectF mm) {
    TemplateItem item;
    item.kind = ItemKind::Barcode;
    item.symbology = symbology;
    item.field = field;
    item.mm = mm;
    return item;
}

/// The number twice as bars, once upright, and as QR: what aborts ReadBarcodes.
QImage tripleLabel() {
    auto upright = code(Symbology::Code128, u"773020148806215"_qs, {75, 5, 20, 80});
    upright.rotate = 90;
    const LabelTemplate form{u"triple"_qs,
                             {100, 150},
                             {code(Symbology::Code128, u"773020148806215"_qs, {5, 10, 68, 20}),
                              code(Symbology::Code128, u"773020148806215"_qs, {5, 110, 90, 25}),
                              upright,
                              code(Symbology::Qr, u"773020148806215"_qs, {5, 45, 30, 30})}};
    const DrawnLabel label = drawLabel(form, {}, 8);
    EXPECT_TRUE(label.findings.isEmpty());
    return imageFromPage(label.page);
}

/// The list writes UPC-A as EAN-13, DataBar with its application identifier, and no padding.
bool isListedAs(const ReadCode& code, const QString& listed) {
    const QString text = code.text.trimmed();
    return text == listed || u'0' + text == listed || u"01"_qs + text == listed;
}

} // namespace

TEST(ReadCodes, FindsBothCodesOfALabelWhicheverWayItLies) {
    for (const QString& name : builtInTemplates()) {
        const Page page = drawLabel(builtInTemplate(name).value, latinParcel(), 8).page;
        for (const int degrees : {0, 90, 180, 270}) {
            const QImage picture = imageFromPage(page).transformed(QTransform().rotate(degrees));
            const auto codes = readCodes(picture);
            EXPECT_TRUE(holds(codes, u"Code128"_qs, u"LX904417268CN"_qs)) << degrees;
            EXPECT_TRUE(holds(codes, u"QRCode"_qs, u"LX904417268CN#2"_qs)) << degrees;
            EXPECT_EQ(codes.size(), 2) << degrees;
        }
    }
}

TEST(ReadCodes, ANumberPrintedThreeTimesDoesNotAbortAndIsListedOnce) {
    for (const int degrees : {0, 90, 180, 270}) {
        const auto codes = readCodes(tripleLabel().transformed(QTransform().rotate(degrees)));
        EXPECT_EQ(codes.size(), 2) << degrees;
        EXPECT_TRUE(holds(codes, u"Code128"_qs, u"773020148806215"_qs));
        EXPECT_TRUE(holds(codes, u"QRCode"_qs, u"773020148806215"_qs));
    }
}

TEST(ReadCodes, SaysWhereALinearCodeStandsOverItsWholeHeight) {
    const DrawnLabel label =
        drawLabel(builtInTemplate(u"general-100x150"_qs).value, chineseParcel(), 8);
    const auto codes = readCodes(imageFromPage(label.page));
    ASSERT_EQ(codes.size(), 2);
    const QRect zone = label.codes.first().dots;
    EXPECT_NEAR(codes.first().dots.top(), zone.top(), 2);
    EXPECT_NEAR(codes.first().dots.bottom(), zone.bottom(), 2);
    EXPECT_NEAR(codes.first().dots.center().x(), zone.center().x(), 4);
}

TEST(ReadCodes, TwelveDifferentNumbersOnOneSheetAreAllFound) {
    LabelTemplate form{u"sheet"_qs, {100, 200}, {}};
    for (int i = 0; i < 12; ++i)
        form.items.append(code(Symbology::Code128, QString::number(77300000 + i),
                               QRectF(10 + i % 2 * 45, 5 + i / 2 * 30, 40, 18)));
    const auto codes = readCodes(imageFromPage(drawLabel(form, {}, 8).page));
    EXPECT_EQ(codes.size(), 12);
}

TEST(ReadCodes, ReadsAQrCodeInWhiteOnBlack) {
    const LabelTemplate form{
        u"qr"_qs, {50, 50}, {code(Symbology::Qr, u"订单 04873"_qs, {5, 5, 40, 40})}};
    QImage picture = imageFromPage(drawLabel(form, {}, 8).page);
    picture.invertPixels();
    EXPECT_TRUE(holds(readCodes(picture), u"QRCode"_qs, u"订单 04873"_qs));
}

TEST(ReadCodes, ReadsAGreyScanWithColourAndTransparency) {
    const DrawnLabel label =
        drawLabel(builtInTemplate(u"general-100x150"_qs).value, chineseParcel(), 8);
    QImage scan(label.page.width + 60, label.page.height + 60, QImage::Format_ARGB32);
    scan.fill(Qt::transparent);
    QPainter painter(&scan);
    painter.setOpacity(0.7);
    painter.drawImage(30, 30, imageFromPage(label.page));
    painter.end();
    const auto codes = readCodes(scan);
    EXPECT_TRUE(holds(codes, u"Code128"_qs, u"773020148806215"_qs));
    EXPECT_TRUE(holds(codes, u"QRCode"_qs, u"773020148806215"_qs));
}

TEST(ReadCodes, PicturesWithoutCodesGiveNothing) {
    QImage white(800, 1200, QImage::Format_Grayscale8);
    white.fill(255);
    QImage black(1, 1, QImage::Format_Mono);
    black.fill(0);
    QImage thin(2000, 1, QImage::Format_RGB32);
    thin.fill(Qt::black);
    for (const QImage& picture : {QImage(), white, black, thin})
        EXPECT_TRUE(readCodes(picture).isEmpty());
}

TEST(ReadCodes, ReadsTheCourierLabelsOfTheCorpus) {
    // A ratchet: 1.4.0 with Debian's detectors; the file lists what a newer reader saw.
    const QDir corpus(QStringLiteral(SHARED_DATA "/labels"));
    QFile list(corpus.filePath(u"EXPECTED-BARCODES.tsv"_qs));
    if (!list.open(QIODevice::ReadOnly))
        GTEST_SKIP() << "No corpus: shared/data/labels is not beside the checkout.";
    QSet<QString> wanted;
    QSet<QString> found;
    QHash<QString, QList<ReadCode>> read;
    list.readLine();
    while (!list.atEnd()) {
        const QStringList cells = QString::fromUtf8(list.readLine().trimmed()).split(u'\t');
        if (cells.size() < 5 || cells.at(4).contains(u"\\x"))
            continue;
        const QString picture = cells.at(1);
        if (!read.contains(picture))
            read[picture] = readCodes(QImage(corpus.filePath(picture)));
        const QString key = picture + u'\t' + cells.at(4);
        wanted.insert(key);
        const auto& codes = read[picture];
        if (std::any_of(codes.begin(), codes.end(),
                        [&](const ReadCode& one) { return isListedAs(one, cells.at(4)); }))
            found.insert(key);
    }
    for (const QString& missed : wanted - found)
        std::printf("missed %s\n", qPrintable(missed));
    EXPECT_GE(found.size(), 94);
}

TEST(ReadCodes, NoLabelOfTheCorpusAbortsAtAnyRotation) {
    const QDir corpus(QStringLiteral(SHARED_DATA "/labels"));
    const QDir labels(corpus.filePath(u"labelize/labels"_qs));
    const QStringList pictures = labels.entryList({u"*.png"_qs}, QDir::Files);
    if (pictures.isEmpty())
        GTEST_SKIP() << "No corpus: shared/data/labels is not beside the checkout.";
    for (const int degrees : {90, 180, 270}) {
        int read = 0;
        for (const QString& picture : pictures) {
            const QImage upright(labels.filePath(picture));
            ASSERT_FALSE(upright.isNull()) << qPrintable(picture);
            read += !readCodes(upright.transformed(QTransform().rotate(degrees))).isEmpty();
        }
        std::printf("%d degrees: codes on %d of %d labels\n", degrees, read, int(pictures.size()));
        EXPECT_GE(read, pictures.size() / 2) << degrees;
    }
}

} // namespace packbench
