// What a dense label costs from template to printer bytes, and how many bytes those are.

#include "bench/labelsahead.h"
#include "drivers/printerlanguage.h"
#include "labels/carrier/interpreter.h"
#include "labels/carrier/language.h"
#include "labels/layout.h"
#include "labels/proof.h"
#include "labels/template.h"
#include "support/figures.h"
#include "unit/labels/sample.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QThread>
#include <cstdio>

using namespace packbench;

namespace {

constexpr int kTimes = 50;
constexpr int kWarmUp = 5;
constexpr double kMostBytes = 18'000;

struct Measured {
    figures::Sample draw, proof, proofed, zpl, tspl, whole;
    qsizetype zplBytes = 0;
    qsizetype tsplBytes = 0;
};

/// Says what makes the label unfit to be printed: its figures would mean nothing.
bool isPrintable(const QList<LabelFinding>& findings) {
    for (const LabelFinding& finding : findings) {
        if (!mustNotPrint(finding))
            continue;
        std::fprintf(stderr, "label_figures: %s\n", qUtf8Printable(finding.text));
        return false;
    }
    return true;
}

bool measureOnce(const LabelTemplate& form, const LabelFields& fields, int dotsPerMm,
                 Measured& to) {
    DrawnLabel drawn;
    QList<LabelFinding> proofed;
    QByteArray bytes;
    const double draw =
        figures::millisecondsOf([&] { drawn = drawLabel(form, fields, dotsPerMm); });
    const double read = figures::millisecondsOf([&] { proofed = proof(drawn.page, drawn.codes); });
    const double zpl =
        figures::millisecondsOf([&] { bytes = encode(PrinterLanguage::Zpl, drawn.page, {}); });
    to.zplBytes = bytes.size();
    const double tspl =
        figures::millisecondsOf([&] { bytes = encode(PrinterLanguage::Tspl, drawn.page, {}); });
    to.tsplBytes = bytes.size();
    to.draw.push_back(draw);
    to.proof.push_back(read);
    to.proofed.push_back(draw + read);
    to.zpl.push_back(zpl);
    to.tspl.push_back(tspl);
    to.whole.push_back(draw + read + zpl);
    return !drawn.codes.isEmpty() && isPrintable(drawn.findings) && isPrintable(proofed);
}

bool measure(const LabelTemplate& form, const LabelFields& fields, int dotsPerMm, Measured& to) {
    Measured warmUp;
    for (int i = 0; i < kWarmUp + kTimes; ++i) {
        if (!measureOnce(form, fields, dotsPerMm, i < kWarmUp ? warmUp : to))
            return false;
    }
    return true;
}

/// Carriers' labels in ZPL of the corpus, or one of our own where it is not there.
QList<QByteArray> carrierLabels() {
    QList<QByteArray> labels;
    const QDir folder(QStringLiteral(SHARED_DATA "/labels/labelize/labels"));
    for (const QString& name : folder.entryList({QStringLiteral("*.zpl")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            labels.append(file.readAll());
    }
    if (labels.isEmpty())
        labels.append("^XA^CF0,40^FO50,50^FDPACKBENCH^FS^FO50,100^GB700,3,3^FS^BY3,3,150^FO50,150"
                      "^BC^FD123456789012^FS^FO50,400^BQN,2,6^FDQA,https://example.com^FS^XZ");
    return labels;
}

/// From a carrier's stream to its pages, each label a few times over.
figures::Sample interpreted() {
    constexpr int kRounds = 5;
    figures::Sample times;
    const QList<QByteArray> labels = carrierLabels();
    for (int round = 0; round <= kRounds; ++round) {
        for (const QByteArray& zpl : labels) {
            const double time = figures::millisecondsOf([&] {
                const auto interpreter = zplInterpreter({});
                interpreter->take(zpl);
                interpreter->end();
                (void)interpreter->takeLabels();
            });
            if (round > 0) // the first one opens the fonts
                times.push_back(time);
        }
    }
    return times;
}

/// A stream of another program's, from bytes to its one page.
double carrierMilliseconds(const char* name) {
    QFile file(QStringLiteral(FIXTURES "/labels/carrier/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray bytes = file.readAll();
    const auto language = recognisedLanguage(bytes);
    bool isWhole = language.has_value();
    const auto times = figures::repeat(
        kTimes,
        [&](int) {
            const auto interpreter =
                carrierInterpreter(language.value_or(CarrierLanguage::Tspl), {});
            interpreter->take(bytes);
            interpreter->end();
            isWhole = isWhole && interpreter->takeLabels().size() == 1;
        },
        kWarmUp);
    return isWhole ? figures::median(times) : -1;
}

/// As the bench tries the labels of a day before it is packed: on all cores, each with its own
/// number.
double manyMilliseconds(const LabelTemplate& form, const LabelFields& fields, int labels) {
    const auto shared = std::make_shared<const LabelTemplate>(form);
    int printable = 0;
    LabelsAhead drawing(QThread::idealThreadCount(), {}, [&printable](const DrawnAhead& drawn) {
        printable += drawn.bytes.isEmpty() ? 0 : 1;
    });
    const double time = figures::millisecondsOf([&] {
        for (int i = 0; i < labels; ++i) {
            LabelAhead label{{}, shared, fields, {}};
            label.fields.values[QStringLiteral("tracking")] =
                QStringLiteral("YT%1").arg(i, 13, 10, QLatin1Char('0'));
            drawing.add(label);
        }
        drawing.wait();
    });
    return printable == labels ? time : -1;
}

void show(figures::Table& table, const Measured& label) {
    table.atMost(QStringLiteral("100x150 dense: template to ZPL, median of 50"),
                 figures::median(label.whole), "ms", 60);
    table.tell(QStringLiteral("  slowest of 50"), figures::percentile(label.whole, 1), "ms");
    table.atMost(QStringLiteral("  template to bitmap to proof"), figures::median(label.proofed),
                 "ms", 40);
    table.tell(QStringLiteral("  drawing"), figures::median(label.draw), "ms");
    table.tell(QStringLiteral("  proof"), figures::median(label.proof), "ms");
    table.tell(QStringLiteral("  ZPL encoding"), figures::median(label.zpl), "ms");
    table.tell(QStringLiteral("  TSPL encoding instead"), figures::median(label.tspl), "ms");
    table.atMost(QStringLiteral("100x150 dense: ZPL with Z64"), double(label.zplBytes), "bytes",
                 kMostBytes);
    table.tell(QStringLiteral("  TSPL, a plain bitmap"), double(label.tsplBytes), "bytes");
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const LabelTemplate large = builtInTemplate(QStringLiteral("general-100x150")).value;
    const LabelTemplate small = builtInTemplate(QStringLiteral("general-76x130")).value;
    const LabelFields dense = denseParcel();
    Measured usual, fine, narrow;
    const double first = figures::millisecondsOf([&] {
        Measured once;
        (void)measureOnce(large, dense, 8, once);
    });
    if (!measure(large, dense, 8, usual) || !measure(large, dense, 12, fine) ||
        !measure(small, dense, 8, narrow))
        return 1;
    figures::Table table(QStringLiteral("label, dense Chinese data"));
    show(table, usual);
    table.tell(QStringLiteral("first label of the process"), first, "ms");
    table.tell(QStringLiteral("100x150 dense at 12 dots/mm"), figures::median(fine.whole), "ms");
    table.tell(QStringLiteral("  ZPL with Z64"), double(fine.zplBytes), "bytes");
    table.tell(QStringLiteral("76x130 dense at 8 dots/mm"), figures::median(narrow.whole), "ms");
    table.tell(QStringLiteral("  ZPL with Z64"), double(narrow.zplBytes), "bytes");
    const figures::Sample carriers = interpreted();
    table.atMost(QStringLiteral("carrier's ZPL to pages, median"), figures::median(carriers), "ms",
                 15);
    table.tell(QStringLiteral("  slowest"), figures::percentile(carriers, 1), "ms");
    table.tell(QStringLiteral("a TSPL parcel label of 20 items drawn"),
               carrierMilliseconds("parcel.tspl"), "ms");
    table.tell(QStringLiteral("an EPL2 parcel label of 18 items drawn"),
               carrierMilliseconds("parcel.epl2"), "ms");
    table.atMost(QStringLiteral("2,000 dense labels drawn, proofed, encoded, all cores"),
                 manyMilliseconds(large, dense, 2000) / 1000, "s", 60);
    return table.print();
}
