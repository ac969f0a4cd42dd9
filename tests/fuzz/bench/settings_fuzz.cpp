// A setting's value and a label's template, as somebody writes them: any bytes.
#include "../application.h"
#include "bench/benchsettings.h"
#include "labels/template.h"
#include "labels/templatewriter.h"

#include <cstdint>
#include <cstdlib>

using namespace packbench;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    haveApplication();
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    static const QStringList names = settingNames();
    const QString value = QString::fromUtf8(bytes);
    const QString& name = names.at(data[0] % names.size());
    // The same value is judged the same way twice.
    if (settingProblem(name, value) != settingProblem(name, value))
        std::abort();
    const TemplateReading read = readTemplate(bytes);
    if (!read.ok())
        return 0;
    // What was read is written, reads back and is written the same.
    const QByteArray written = writeTemplate(read.value);
    const TemplateReading again = readTemplate(written);
    if (!again.ok() || writeTemplate(again.value) != written)
        std::abort();
    return 0;
}
