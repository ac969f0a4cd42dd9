#include "labels/codemeasure.h"

#include "labels/greycopy.h"
#include "labels/sheet.h"
#include "labels/symbol.h"
#include "sample.h"

#include <QTransform>

#include <gtest/gtest.h>

namespace packbench {

namespace {

const QString kNumber = QStringLiteral("773020148806215");

/// The code on paper, `white` dots of it on every side and ink all around that.
QImage onPaper(SymbolKind kind, int module, int white) {
    SymbolDots dots;
    dots.narrow = module;
    dots.height = 120;
    const QImage sheet = symbolSheet(encodeSymbol(kind, kNumber), kind, dots);
    constexpr int kFrame = 8;
    QImage paper = whiteSheet(sheet.size() + QSize(2, 2) * (white + kFrame));
    fillDots(paper, paper.rect(), true);
    fillDots(paper, paper.rect().adjusted(kFrame, kFrame, -kFrame, -kFrame), false);
    stamp(paper, sheet, QPoint(1, 1) * (white + kFrame), true);
    return imageFromPage(pageFromSheet(paper, 8));
}

/// Where the code stands on that paper; nothing is left to what a search finds.
ReadCode codeOn(const QImage& picture, const QString& format, int white) {
    constexpr int kFrame = 8;
    const int border = white + kFrame;
    return {format, kNumber, picture.rect().adjusted(border, border, -border, -border)};
}

CodeMeasure measureOf(SymbolKind kind, const QString& format, int module, int white) {
    const QImage picture = onPaper(kind, module, white);
    return measured(picture, codeOn(picture, format, white));
}

QString gradeWord(const CodeMeasure& measure) {
    return word(gradeOf(measure));
}

} // namespace

TEST(CodeMeasure, AGoodLinearCodeHasTheBestGrade) {
    const CodeMeasure measure = measureOf(SymbolKind::Code128, QStringLiteral("Code128"), 4, 48);
    EXPECT_EQ(measure.read, CodeMeasure::Read::Whole);
    EXPECT_TRUE(measure.atHalf);
    EXPECT_TRUE(measure.burnt);
    EXPECT_TRUE(measure.faded);
    EXPECT_DOUBLE_EQ(measure.moduleDots, 4);
    EXPECT_DOUBLE_EQ(measure.quiet, 1);
    EXPECT_EQ(gradeWord(measure), QStringLiteral("A"));
}

TEST(CodeMeasure, AGoodMatrixCodeHasTheBestGrade) {
    const CodeMeasure measure = measureOf(SymbolKind::Qr, QStringLiteral("QRCode"), 4, 24);
    EXPECT_DOUBLE_EQ(measure.moduleDots, 4);
    EXPECT_EQ(gradeWord(measure), QStringLiteral("A"));
}

TEST(CodeMeasure, ATurnedCodeIsMeasuredAlongItsBars) {
    const QImage picture = onPaper(SymbolKind::Code128, 4, 48)
                               .transformed(QTransform().rotate(90))
                               .convertToFormat(QImage::Format_Grayscale8);
    const CodeMeasure measure = measured(picture, codeOn(picture, QStringLiteral("Code128"), 48));
    EXPECT_EQ(measure.read, CodeMeasure::Read::Whole);
    EXPECT_DOUBLE_EQ(measure.moduleDots, 4);
    EXPECT_EQ(gradeWord(measure), QStringLiteral("A"));
}

TEST(CodeMeasure, AModuleOfOneDotIsFoundAndCosts) {
    const CodeMeasure measure = measureOf(SymbolKind::Code128, QStringLiteral("Code128"), 1, 40);
    EXPECT_DOUBLE_EQ(measure.moduleDots, 1);
    EXPECT_FALSE(measure.burnt) << "its gaps are closed";
    EXPECT_GE(gradeOf(measure), CodeGrade::D);
}

TEST(CodeMeasure, ACutQuietZoneIsMeasuredAndCosts) {
    const CodeMeasure measure = measureOf(SymbolKind::Code128, QStringLiteral("Code128"), 4, 20);
    EXPECT_NEAR(measure.quiet, 0.5, 0.06) << "20 of 40 dots";
    EXPECT_GE(gradeOf(measure), CodeGrade::C);
    EXPECT_EQ(gradeWord(measureOf(SymbolKind::Code128, QStringLiteral("Code128"), 4, 4)),
              QStringLiteral("D"));
}

TEST(CodeMeasure, ACodeThatIsNotWhereItShouldBeIsNotPraised) {
    QImage picture = onPaper(SymbolKind::Code128, 4, 48);
    const ReadCode code = codeOn(picture, QStringLiteral("Code128"), 48);
    picture.fill(255);
    EXPECT_GE(gradeOf(measured(picture, code)), CodeGrade::D);
    EXPECT_GE(gradeOf(measured(picture, {QStringLiteral("Code128"), kNumber, QRect(-9, -9, 4, 4)})),
              CodeGrade::D);
    EXPECT_GE(gradeOf(measured(picture, {QStringLiteral("no such"), kNumber, code.dots})),
              CodeGrade::D);
}

TEST(CodeMeasure, EveryCodeOfOurTemplatesHasAGrade) {
    for (const QString& name : builtInTemplates()) {
        const DrawnLabel label = drawLabel(builtInTemplate(name).value, chineseParcel(), 8);
        const QList<ReadCode> codes = measuredCodes(label.page, label.codes);
        ASSERT_EQ(codes.size(), label.codes.size());
        for (const ReadCode& code : codes) {
            ASSERT_TRUE(code.measure) << qPrintable(name);
            EXPECT_EQ(code.measure->read, CodeMeasure::Read::Whole) << qPrintable(name);
            EXPECT_GE(code.measure->moduleDots, 2) << qPrintable(name);
            EXPECT_DOUBLE_EQ(code.measure->quiet, 1) << qPrintable(name) << qPrintable(code.format);
        }
    }
}

TEST(CodeMeasure, ACodeOfOursThatProofRefusesHasTheWorst) {
    DrawnLabel label =
        drawLabel(builtInTemplate(QStringLiteral("general-100x150")).value, chineseParcel(), 8);
    label.codes[0].text = QStringLiteral("773020148806216");
    const QList<ReadCode> codes = measuredCodes(label.page, label.codes);
    EXPECT_EQ(gradeOf(*codes.first().measure), CodeGrade::F);
    ASSERT_TRUE(lowGrade(codes.first()));
    EXPECT_EQ(lowGrade(codes.first())->kind, QStringLiteral("low-grade"));
    EXPECT_FALSE(mustNotPrint(*lowGrade(codes.first())));
}

TEST(CodeMeasure, KindsThatNoReaderReadsAreNamedTheOthersNot) {
    EXPECT_EQ(notProvable(SymbolKind::Imb)->kind, QStringLiteral("not-provable"));
    EXPECT_TRUE(notProvable(SymbolKind::MaxiCode)->text.contains(QStringLiteral("MaxiCode")));
    EXPECT_FALSE(mustNotPrint(*notProvable(SymbolKind::MaxiCode)));
    for (const SymbolKind kind : {SymbolKind::Code128, SymbolKind::Gs1_128, SymbolKind::Qr,
                                  SymbolKind::DataMatrix, SymbolKind::Pdf417, SymbolKind::Itf14})
        EXPECT_FALSE(notProvable(kind));
}

TEST(GreyCopy, ADotMoreAndADotLess) {
    QImage line(9, 3, QImage::Format_Grayscale8);
    line.fill(255);
    for (int y = 0; y < 3; ++y) {
        for (const int x : {2, 3, 6})
            line.scanLine(y)[x] = 0;
    }
    const auto shown = [](const QImage& grey) {
        QString out;
        for (int x = 0; x < grey.width(); ++x)
            out += grey.constScanLine(1)[x] < 128 ? u'#' : u'.';
        return out;
    };
    EXPECT_EQ(shown(line), QStringLiteral("..##..#.."));
    EXPECT_EQ(shown(burnt(line)), QStringLiteral("..###.##."));
    EXPECT_EQ(shown(faded(line)), QStringLiteral("...#....."));
    EXPECT_EQ(halved(line).size(), QSize(4, 1));
}

} // namespace packbench
