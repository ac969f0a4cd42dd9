// What each printer language makes of a page: bytes, and milliseconds from the 1-bit page. For
// lprint.sh:
//   languages_figures FOLDER                     writes the pages as PNG, for another program to
//   encode languages_figures PAGE.png LANGUAGE [BYTES]  what we make of it: bytes, milliseconds
//   from the PNG
//                                                file on, milliseconds from the page on; then in
//                                                how many dots another program's bytes differ from
//                                                it

#include "drivers/printerlanguage.h"
#include "drivers/virtual/labelmachine.h"
#include "support/figures.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <cstdio>
#include <random>

using namespace packbench;

namespace {

constexpr int kTimes = 200;
constexpr int kWarmUp = 20;

/// 4 x 6 inch at 8 dots/mm, a fifth of it black in bars at random: nothing compresses worse in use.
Page densePage() {
    Page page = blankPage(812, 1218, 8);
    std::mt19937 random(812);
    for (int y = 0; y < page.height; y += 1 + int(random() % 24)) {
        const int height = 1 + int(random() % 20);
        for (int x = int(random() % 8); x < page.width - 8; x += 3 + int(random() % 34)) {
            const int width = 1 + int(random() % 8);
            for (int row = y; row < std::min(y + height, page.height); ++row)
                for (int dot = x; dot < x + width; ++dot) {
                    char& byte = page.bits[qsizetype(row) * page.bytesPerRow() + dot / 8];
                    byte = static_cast<char>(byte | 0x80 >> dot % 8);
                }
        }
    }
    return page;
}

/// A courier's label: the collection's, where it is beside the checkout.
std::optional<Page> realPage() {
    const QImage picture(QStringLiteral(SHARED_DATA "/labels/labelize/labels/bstc.png"));
    if (picture.isNull())
        return std::nullopt;
    return pageFromImage(picture, 8);
}

/// The sample shop's label of 100 x 150 mm on the paper of the dense page.
Page samplePage() {
    const QImage label(QStringLiteral(FIXTURES "/labels/general-100x150-zh.png"));
    QImage paper(812, 1218, QImage::Format_Grayscale8);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(6, 9, label);
    return label.isNull() ? Page() : pageFromImage(paper, 8);
}

struct Encoded {
    qsizetype bytes = 0;
    double milliseconds = 0;
};

Encoded encoded(PrinterLanguage language, const Page& page, bool compressed = true) {
    PrintSetup setup;
    setup.compressed = compressed;
    QByteArray bytes;
    const auto times = figures::repeat(
        kTimes, [&](int) { bytes = encode(language, page, setup); }, kWarmUp);
    return {bytes.size(), figures::median(times)};
}

void tell(figures::Table& table, const char* name, const Encoded& is) {
    const QString text = QString::fromUtf8(name);
    table.tell(text + QStringLiteral(", bytes"), double(is.bytes), "B");
    table.tell(text + QStringLiteral(", median of 200"), is.milliseconds, "ms");
}

void show(figures::Table& table, const Page& page, double mostZpl, double mostEpl2) {
    const Encoded zpl = encoded(PrinterLanguage::Zpl, page);
    const Encoded tspl = encoded(PrinterLanguage::Tspl, page);
    const Encoded epl2 = encoded(PrinterLanguage::Epl2, page);
    const double raw = double(page.bits.size());
    table.atMost(QStringLiteral("ZPL, Z64"), double(zpl.bytes), "B", mostZpl);
    table.atMost(QStringLiteral("ZPL, Z64, encoding"), zpl.milliseconds, "ms", 2.7);
    table.atMost(QStringLiteral("TSPL, encoding"), tspl.milliseconds, "ms", 0.2);
    table.ratio(QStringLiteral("TSPL against the bare bits"), double(tspl.bytes), raw, "B", 1.01);
    table.atMost(QStringLiteral("EPL2"), double(epl2.bytes), "B", mostEpl2);
    tell(table, "EPL2", epl2);
    tell(table, "ZPL, run lengths", encoded(PrinterLanguage::Zpl, page, false));
    tell(table, "CPCL", encoded(PrinterLanguage::Cpcl, page));
    tell(table, "ESC/POS", encoded(PrinterLanguage::EscPos, page));
}

bool save(const Page& page, const QString& path) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(pngFromPage(page)) > 0;
}

int writePages(const QDir& folder) {
    const Page sample = samplePage();
    const bool isSaved = sample.width > 0 &&
                         save(densePage(), folder.filePath(QStringLiteral("dense.png"))) &&
                         save(sample, folder.filePath(QStringLiteral("label.png")));
    return isSaved ? 0 : 1;
}

/// A picture kept by ~DG and called up by ^XG, as one of ^GF: the same numbers, the same data.
QByteArray asGraphicField(const QByteArray& stream) {
    const auto start = stream.indexOf("~DG");
    const auto name = stream.indexOf(',', start);
    const auto end = stream.indexOf('^', name);
    if (start < 0 || name < 0 || end < 0)
        return stream;
    const QByteArray numbers = stream.mid(name + 1, end - name - 1);
    return "^XA^PW812^LL1218^GFA," + numbers.left(numbers.indexOf(',')) + "," + numbers + "^XZ";
}

/// LPrint and CUPS end the numbers of `GW` with a line's end where the manual has a comma.
QByteArray withCommas(QByteArray stream) {
    qsizetype at = 0;
    while ((at = stream.indexOf("\nGW", at)) >= 0) {
        const qsizetype start = at + 3;
        const qsizetype end = stream.indexOf('\n', start);
        const QList<QByteArray> numbers = stream.mid(start, end - start).split(',');
        if (end < 0 || numbers.size() != 4)
            break;
        stream[end] = ',';
        at = end + 1 + numbers.at(2).toInt() * numbers.at(3).toInt();
    }
    return stream;
}

/// The page that another program's bytes print, read by the virtual printer.
std::optional<Page> printed(PrinterLanguage language, QByteArray stream, const Page& paper) {
    if (language == PrinterLanguage::Zpl)
        stream = asGraphicField(stream);
    else if (language == PrinterLanguage::Epl2)
        stream = "\r\nQ" + QByteArray::number(paper.height) + ",24\r\n" + withCommas(stream);
    const auto machine = labelMachine(language, paper.dotsPerMm);
    machine->take(stream);
    const auto labels = machine->takeLabels();
    if (labels.isEmpty())
        return std::nullopt;
    return labels.first().page;
}

int differingDots(const Page& one, const Page& other) {
    int dots = 0;
    for (int y = 0; y < one.height; ++y)
        for (int x = 0; x < one.width; ++x)
            dots +=
                one.isBlack(x, y) != (y < other.height && x < other.width && other.isBlack(x, y));
    return dots;
}

/// One line for lprint.sh. `zpl-runs` is ZPL for printers that do not take Z64.
int compare(const QString& picture, const QString& word, const char* theirs) {
    PrintSetup setup;
    setup.compressed = word != QStringLiteral("zpl-runs");
    const auto language = printerLanguageFromWord(word.section(QLatin1Char('-'), 0, 0));
    const Page page = pageFromImage(QImage(picture), 8);
    if (!language || page.width == 0) {
        std::fprintf(stderr, "languages_figures: no such language, or no picture\n");
        return 2;
    }
    const auto times = figures::repeat(
        kTimes, [&](int) { (void)encode(*language, pageFromImage(QImage(picture), 8), setup); },
        kWarmUp);
    const Encoded ours = encoded(*language, page, setup.compressed);
    std::printf("%lld %.2f %.2f", static_cast<long long>(ours.bytes), figures::median(times),
                ours.milliseconds);
    if (theirs != nullptr) {
        QFile file(QString::fromLocal8Bit(theirs));
        const auto read = file.open(QIODevice::ReadOnly) ? printed(*language, file.readAll(), page)
                                                         : std::nullopt;
        std::printf(" %d", read ? differingDots(page, *read) : page.width * page.height);
    }
    std::printf("\n");
    return 0;
}

int measure() {
    const Page dense = densePage();
    const auto real = realPage();
    figures::Table denseTable(QStringLiteral("languages, dense page of 812 x 1218 dots"));
    show(denseTable, dense, 17'300, 140'179);
    int result = denseTable.print();
    if (!real) {
        std::printf("languages_figures: no courier's label beside the checkout: left out\n");
        return result;
    }
    figures::Table realTable(QStringLiteral("languages, a courier's label of 813 x 1626 dots"));
    show(realTable, *real, 7'600, 63'713);
    return result | realTable.print();
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 1)
        return measure();
    const QString first = QString::fromLocal8Bit(argv[1]);
    if (argc == 2)
        return writePages(QDir(first));
    return compare(first, QString::fromLocal8Bit(argv[2]), argc > 3 ? argv[3] : nullptr);
}
