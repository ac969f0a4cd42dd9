// packbench-reader: opens one label file of others, on standard input, where it can do no harm,
// and hands its pages and their codes on, on standard output.

#include "cli/confinement.h"
#include "labels/carrier/carrierwire.h"
#include "labels/codemeasure.h"

#include <QGuiApplication>

#include <cstdio>

using namespace packbench;

#if defined(__SANITIZE_ADDRESS__)
/// Leaks are looked for by another process, which the confinement forbids.
extern "C" const char* __asan_default_options();  // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __asan_default_options() { // NOLINT(bugprone-reserved-identifier)
    return "detect_leaks=0";
}
#endif

namespace {

constexpr qint64 kLongestFile = 64 << 20;
constexpr int kMostMeasured = 200; ///< codes of a file; the time it has ends at some

int numberOf(const char* text) {
    return QByteArray(text).toInt();
}

/// DOTS_PER_MM MADE_FOR STOCK_WIDTH_MM STOCK_HEIGHT_MM [grades]
bool readWish(int argc, char** argv, CarrierWish& wish) {
    if (argc != 5 && (argc != 6 || QByteArray(argv[5]) != "grades"))
        return false;
    wish.grades = argc == 6;
    wish.dotsPerMm = numberOf(argv[1]);
    wish.madeForDots = numberOf(argv[2]);
    wish.stockMm = QSizeF(QByteArray(argv[3]).toDouble(), QByteArray(argv[4]).toDouble());
    return wish.dotsPerMm >= 4 && wish.dotsPerMm <= 24 && wish.madeForDots >= 4 &&
           wish.madeForDots <= 24;
}

/// To its end: QFile takes from a pipe what is there just now.
QByteArray wholeInput() {
    QByteArray bytes;
    QByteArray piece(1 << 16, Qt::Uninitialized);
    while (bytes.size() <= kLongestFile) {
        const size_t count = std::fread(piece.data(), 1, size_t(piece.size()), stdin);
        if (count == 0)
            break;
        bytes.append(piece.constData(), qsizetype(count));
    }
    return bytes;
}

ForeignFile opened(const QByteArray& bytes, const CarrierWish& wish) {
    const CarrierFile file = openCarrierFile(bytes, wish);
    ForeignFile foreign{file.form, {}, file.problem};
    int measuring = wish.grades ? kMostMeasured : 0;
    for (const CarrierLabel& label : file.labels) {
        const QImage picture = imageFromPage(label.page);
        ForeignPage page{label, readCodes(picture)};
        for (ReadCode& code : page.codes) {
            if (--measuring >= 0)
                code.measure = measured(picture, code);
        }
        foreign.pages.append(page);
    }
    return foreign;
}

void put(const ForeignFile& file) {
    const QByteArray bytes = toWire(file);
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    CarrierWish wish;
    if (!readWish(argc, argv, wish)) {
        std::fprintf(stderr, "packbench-reader is started by packctl and packbench; it opens label "
                             "files for them.\n");
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int one = 1;
    QGuiApplication application(one, argv);
    if (const QString problem = confine({}); !problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return 3;
    }
    const QByteArray bytes = wholeInput();
    if (bytes.size() > kLongestFile)
        put({CarrierForm::Unknown,
             {},
             QStringLiteral("The file is larger than 64 MB: no label file is.")});
    else
        put(opened(bytes, wish));
    return 0;
}
