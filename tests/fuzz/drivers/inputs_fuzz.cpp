// What scanners and scales say: report descriptors, reports, streams and lines of any form.
#include "drivers/inputaddress.h"
#include "drivers/printeraddress.h"
#include "drivers/scales/hidscale.h"
#include "drivers/scales/serialscale.h"
#include "drivers/scanners/hidposscanner.h"
#include "drivers/scanners/keyreports.h"
#include "drivers/scanners/lineassembler.h"
#include "drivers/transports/tape.h"

#include <cstdint>
#include <cstdlib>

using namespace packbench;

namespace {

/// The first half describes the reports, the second half are reports.
void readReports(const QByteArray& bytes) {
    const HidReports reports = hidReportsFrom(bytes.left(bytes.size() / 2));
    if (reports.fields.size() > 4096)
        std::abort();
    HidPosAssembler described(reports);
    HidPosAssembler plain{HidReports{}};
    KeyReports keys(KeyLayout::German);
    qint64 now = 0;
    for (qsizetype at = bytes.size() / 2; at < bytes.size(); at += 16) {
        const QByteArray report = bytes.mid(at, 64);
        (void)described.take(report, now);
        (void)plain.take(report, now);
        (void)keys.take(report, now);
        (void)keys.takeAfterSilence(now);
        const auto reading = scaleReadingFrom(report);
        if (reading && reading->state == ScaleReading::State::Stable && reading->milligrams < 0)
            std::abort(); // nothing weighs less than nothing
        now += report.isEmpty() ? 0 : static_cast<unsigned char>(report[0]);
    }
}

void readLines(const QByteArray& bytes) {
    LineAssembler lines;
    for (const ScannedCode& code : lines.take(bytes, 0))
        if (code.raw.isEmpty())
            std::abort();
    (void)lines.takeAfterSilence(1000);
    for (const QByteArray& line : bytes.split('\n')) {
        for (const QString& format : serialScaleFormats())
            (void)serialScaleReading(format, line);
        if (const auto tape = tapeLineFrom(line); tape && !tapeLineFrom(lineOf(*tape)))
            std::abort(); // what was read can be written
    }
    (void)shownRaw(bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    readReports(bytes);
    readLines(bytes);
    const QString text = QString::fromLatin1(bytes.left(300));
    (void)inputAddressFrom(text);
    (void)printerAddressFrom(text);
    return 0;
}
