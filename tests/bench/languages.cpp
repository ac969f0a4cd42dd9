// What each printer language makes of a page: bytes, and milliseconds from the 1-bit page. With a
// folder as its word it also writes the pages as PNG, for another program to encode (lprint.sh).

#include "drivers/printerlanguage.h"
#include "support/figures.h"

#include <QDir>
#include <QFile>
#include <QImage>
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

} // namespace

int main(int argc, char** argv) {
    const Page dense = densePage();
    const auto real = realPage();
    if (argc > 1) {
        const QDir folder(QString::fromLocal8Bit(argv[1]));
        const bool isSaved = save(dense, folder.filePath(QStringLiteral("dense.png"))) &&
                             (!real || save(*real, folder.filePath(QStringLiteral("real.png"))));
        return isSaved ? 0 : 1;
    }
    figures::Table denseTable(QStringLiteral("languages, dense page of 812 x 1218 dots"));
    show(denseTable, dense, 17'300, 140'179);
    int result = denseTable.print();
    if (!real) {
        std::printf("languages_figures: no courier's label beside the checkout: left out\n");
        return result;
    }
    figures::Table realTable(QStringLiteral("languages, a courier's label of 816 x 1218 dots"));
    show(realTable, *real, 7'600, 63'713);
    return result | realTable.print();
}
