#include "bench/benchsettings.h"

#include "ledger/settings.h"
#include "shipping/fault.h"

#include <QFile>

namespace packbench {

namespace {

WavePlan wavesFromText(const QString& text) {
    WavePlan waves;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QTime time = QTime::fromString(part.trimmed(), QStringLiteral("HH:mm"));
        if (time.isValid())
            waves.append(time);
    }
    std::sort(waves.begin(), waves.end());
    return waves.isEmpty() ? defaultWaves() : waves;
}

QByteArray fileBytes(const QString& path, const QString& what) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw FileError(
            FileError::Code::Missing,
            QStringLiteral("There is no %1 '%2': give a built-in name or a readable file.")
                .arg(what, path));
    }
    return file.readAll();
}

} // namespace

QStringList settingNames() {
    QStringList names;
    for (const char* name :
         {"bench.name", "warehouse.zone", "calendar.rest", "calendar.name", "waves.times",
          "scan.repeat_ms", "printer.id", "printer.language", "label.template", "dispatch.at",
          "courier.default", "sender.name", "sender.phone", "sender.address", "ledger.simulation"})
        names.append(QLatin1String(name));
    return names;
}

BenchSettings loadSettings(Settings& settings) {
    BenchSettings out;
    const auto text = [&](const char* name, const QString& otherwise) {
        return settings.value(QLatin1String(name), otherwise);
    };
    out.bench = text("bench.name", out.bench);
    const QTimeZone zone(text("warehouse.zone", QString::fromLatin1(out.zone.id())).toLatin1());
    if (zone.isValid())
        out.zone = zone;
    out.restDays =
        restDaysFromText(text("calendar.rest", QStringLiteral("sun"))).value_or(out.restDays);
    out.calendar = text("calendar.name", out.calendar);
    out.waves = wavesFromText(text("waves.times", {}));
    bool isNumber = false;
    const int repeat = text("scan.repeat_ms", {}).toInt(&isNumber);
    if (isNumber && repeat >= 0 && repeat <= 1000)
        out.repeatMs = repeat;
    out.printer = text("printer.id", out.printer);
    out.printerLanguage = text("printer.language", {});
    out.labelTemplate = text("label.template", out.labelTemplate);
    out.dispatchAtBind = text("dispatch.at", QStringLiteral("bind")) != QLatin1String("gate");
    out.defaultCourier = text("courier.default", {});
    out.senderName = text("sender.name", {});
    out.senderPhone = text("sender.phone", {});
    out.senderAddress = text("sender.address", {});
    out.simulation = text("ledger.simulation", {}) == QLatin1String("yes");
    return out;
}

WorkingCalendar workingCalendar(const QString& nameOrFile, const RestDays& rest,
                                const QTimeZone& zone) {
    WorkingCalendar calendar(rest, zone);
    if (nameOrFile.isEmpty() || nameOrFile == QLatin1String("none"))
        return calendar;
    QByteArray json;
    if (const auto builtIn = builtInCalendar(nameOrFile))
        json = *builtIn;
    else
        json = fileBytes(nameOrFile, QStringLiteral("calendar"));
    if (const auto problem = calendar.add(json))
        throw FileError(
            FileError::Code::BadForm,
            QStringLiteral("Calendar '%1' cannot be used: %2").arg(nameOrFile, *problem));
    return calendar;
}

WorkingCalendar workingCalendar(const BenchSettings& settings) {
    return workingCalendar(settings.calendar, settings.restDays, settings.zone);
}

LabelTemplate labelTemplate(const QString& nameOrFile) {
    const bool isBuiltIn = builtInTemplates().contains(nameOrFile);
    const TemplateReading reading =
        isBuiltIn ? builtInTemplate(nameOrFile)
                  : readTemplate(fileBytes(nameOrFile, QStringLiteral("label template")));
    if (!reading.ok())
        throw FileError(FileError::Code::BadForm,
                        QStringLiteral("Label template '%1' cannot be used: %2")
                            .arg(nameOrFile, reading.problems.join(u' ')));
    return reading.value;
}

} // namespace packbench
