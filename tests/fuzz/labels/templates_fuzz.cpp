// A template from anywhere: any bytes give a template that is drawn and written as it was, or
// problems in sentences.
#include "labels/layout.h"
#include "labels/proof.h"
#include "labels/samplelabels.h"
#include "labels/templatewriter.h"

#include "../application.h"

#include <cstdint>
#include <cstdlib>

using namespace packbench;

namespace {

constexpr double kLargestMm = 120; ///< drawing larger ones takes time and shows nothing more

void checkProblems(const TemplateReading& reading) {
    if (reading.problems.isEmpty())
        std::abort();
    for (const QString& problem : reading.problems) {
        if (problem.isEmpty() || problem.size() > 2000)
            std::abort();
    }
}

void checkDrawn(const LabelTemplate& form) {
    const DrawnLabel label = drawLabel(form, sampleLabels().first().fields, 8);
    const Page& page = label.page;
    if (page.bits.size() != qsizetype(page.bytesPerRow()) * page.height)
        std::abort();
    (void)proof(page, label.codes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    haveApplication();
    const TemplateReading reading =
        readTemplate(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    if (!reading.ok()) {
        checkProblems(reading);
        return 0;
    }
    const LabelTemplate& form = reading.value;
    if (!readTemplate(writeTemplate(form)).ok())
        std::abort();
    if (form.sizeMm.width() <= kLargestMm && form.sizeMm.height() <= kLargestMm)
        checkDrawn(form);
    return 0;
}
