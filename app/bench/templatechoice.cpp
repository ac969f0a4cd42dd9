#include "bench/templatechoice.h"

#include "bench/benchsettings.h"
#include "ledger/templatebook.h"
#include "shipping/fault.h"

#include <QFile>
#include <QFileInfo>

namespace packbench {

namespace {

QByteArray templateFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(FileError::Code::Missing,
                        QStringLiteral("There is no label template '%1': give a built-in name or a "
                                       "readable file.")
                            .arg(path));
    return file.readAll();
}

LabelTemplate readWhole(const QString& title, const QByteArray& json, const QString& folder = {}) {
    const TemplateReading reading = readTemplate(json, folder);
    if (!reading.ok())
        throw FileError(FileError::Code::BadForm,
                        QStringLiteral("Label template '%1' cannot be used: %2")
                            .arg(title, reading.problems.join(u' ')));
    return reading.value;
}

} // namespace

QString templateName(const BenchSettings& settings, const QString& courier) {
    return settings.courierTemplates.value(courier, settings.labelTemplate);
}

LabelTemplate labelTemplate(const QString& nameOrFile) {
    const bool isBuiltIn = builtInTemplates().contains(nameOrFile);
    return isBuiltIn ? readWhole(nameOrFile, builtInTemplateJson(nameOrFile))
                     : readWhole(nameOrFile, templateFile(nameOrFile),
                                 QFileInfo(nameOrFile).absolutePath());
}

ChosenTemplate labelTemplate(const QString& nameOrFile, TemplateBook& kept) {
    const auto newest = kept.newest(nameOrFile);
    if (!newest)
        return {labelTemplate(nameOrFile), nameOrFile};
    const QString title = QStringLiteral("%1@%2").arg(nameOrFile).arg(newest->version);
    return {readWhole(title, newest->json), title};
}

} // namespace packbench
