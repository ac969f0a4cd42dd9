#include "bench/benchsettings.h"

#include "bench/backupplan.h"
#include "bench/inboxaddress.h"
#include "bench/templatechoice.h"
#include "drivers/printer.h"
#include "ledger/audithead.h"
#include "ledger/settings.h"
#include "ledger/templatebook.h"
#include "shipping/courier.h"
#include "shipping/fault.h"

#include <QDir>
#include <QFile>
#include <QUrl>

namespace packbench {

namespace {

constexpr int kLongestRepeatMs = 1000;

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

QByteArray calendarFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw FileError(FileError::Code::Missing,
                        QStringLiteral("There is no calendar '%1': give a built-in name or a "
                                       "readable file.")
                            .arg(path));
    }
    return file.readAll();
}

bool isZone(const QString& value) {
    return QTimeZone(value.toLatin1()).isValid();
}

bool isRest(const QString& value) {
    return restDaysFromText(value).has_value();
}

bool isWaveList(const QString& value) {
    const QStringList parts = value.split(u',');
    return std::all_of(parts.cbegin(), parts.cend(), [](const QString& part) {
        return QTime::fromString(part.trimmed(), QStringLiteral("HH:mm")).isValid();
    });
}

bool isRepeatGap(const QString& value) {
    bool isNumber = false;
    const int milliseconds = value.toInt(&isNumber);
    return isNumber && milliseconds >= 0 && milliseconds <= kLongestRepeatMs;
}

bool isPrinterLanguage(const QString& value) {
    return printerLanguageFromWord(value).has_value();
}

/// "id=zpl" with blanks between; the id may hold anything, so it is percent-encoded.
std::optional<QHash<QString, PrinterLanguage>> printerLanguagesFrom(const QString& text) {
    QHash<QString, PrinterLanguage> languages;
    for (const QString& one : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype equals = one.lastIndexOf(u'=');
        const auto language = printerLanguageFromWord(one.mid(equals + 1));
        if (equals <= 0 || !language)
            return std::nullopt;
        languages.insert(QUrl::fromPercentEncoding(one.left(equals).toUtf8()), *language);
    }
    return languages;
}

QString textOf(const QHash<QString, PrinterLanguage>& languages) {
    QStringList parts;
    for (auto one = languages.cbegin(); one != languages.cend(); ++one)
        parts.append(QString::fromLatin1(QUrl::toPercentEncoding(one.key(), ":@/.,")) + u'=' +
                     word(one.value()));
    parts.sort();
    return parts.join(u' ');
}

bool isPrinterLanguageList(const QString& value) {
    return printerLanguagesFrom(value).has_value();
}

bool isAddressList(const QString& value) {
    const QStringList addresses = value.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(addresses.cbegin(), addresses.cend(), [](const QString& address) {
        return printerAddressFrom(address).address.has_value();
    });
}

bool isInputList(const QString& value) {
    const QStringList addresses = value.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(addresses.cbegin(), addresses.cend(), [](const QString& address) {
        return inputAddressFrom(address).address.has_value();
    });
}

bool isInboxAddress(const QString& value) {
    return inboxAddressFrom(value, false).has_value();
}

bool isInboxAllowed(const QString& value) {
    return inboxAllowedFrom(value).has_value();
}

bool isInboxLanguage(const QString& value) {
    return value == QLatin1String("zpl") || value == QLatin1String("tspl");
}

bool isDotsPerMm(const QString& value) {
    return value == QLatin1String("8") || value == QLatin1String("12") ||
           value == QLatin1String("24");
}

bool isFolder(const QString& value) {
    return QDir(value).exists();
}

bool isDispatchPlace(const QString& value) {
    return value == QLatin1String("bind") || value == QLatin1String("gate");
}

bool isMarkUse(const QString& value) {
    return value == QLatin1String("required") || value == QLatin1String("number");
}

bool isIdentityList(const QString& value) {
    return boxIdentitiesFrom(value).has_value();
}

bool isCourier(const QString& value) {
    return std::any_of(couriers().cbegin(), couriers().cend(),
                       [&value](const Courier& courier) { return courier.key == value; });
}

bool isCalendar(const QString& value) {
    try {
        static_cast<void>(workingCalendar(value, {}, QTimeZone::utc()));
        return true;
    } catch (const FileError&) {
        return false;
    }
}

/// "sf=sf-100x150 sto=FILE" with blanks between; a file's blanks are percent-encoded.
std::optional<QHash<QString, QString>> courierTemplatesFrom(const QString& text) {
    QHash<QString, QString> templates;
    for (const QString& one : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString courier = one.section(u'=', 0, 0);
        const QString form = QUrl::fromPercentEncoding(one.section(u'=', 1).toUtf8());
        if (!isCourier(courier) || form.isEmpty())
            return std::nullopt;
        templates.insert(courier, form);
    }
    return templates;
}

bool isTemplate(const QString& value) {
    try {
        static_cast<void>(labelTemplate(value));
        return true;
    } catch (const FileError&) {
        return false;
    }
}

bool isTemplateList(const QString& value) {
    const auto templates = courierTemplatesFrom(value);
    return templates && std::all_of(templates->cbegin(), templates->cend(), isTemplate);
}

/// Settings whose value has a form; the others are free text.
struct SettingRule {
    const char* name;
    bool (*fits)(const QString& value);
    const char* takes;
};
constexpr SettingRule kRules[] = {
    {"warehouse.zone", isZone, "a zone's name such as Asia/Shanghai"},
    {"calendar.rest", isRest, "days of the week such as sun or sat,sun"},
    {"calendar.name", isCalendar, "a built-in calendar (cn), none, or a calendar file"},
    {"waves.times", isWaveList, "times such as 10:00,16:00"},
    {"scan.repeat_ms", isRepeatGap, "0 to 1000 milliseconds"},
    {"printers", isAddressList,
     "printer addresses with blanks between, such as tcp://192.0.2.7:9100?language=zpl&dots=8"},
    {"inputs", isInputList,
     "scanners and scales with blanks between, such as serial:///dev/ttyUSB0?scale=kern or "
     "camera:/dev/video0, or a keyboard's id as the devices page lists it"},
    {"printer.language", isPrinterLanguage, "a printer language such as zpl or tspl"},
    {"printer.languages", isPrinterLanguageList,
     "printers and their languages with blanks between, such as usb:1d5a:0401:NB0001=tspl"},
    {"label.template", isTemplate,
     "a built-in template, one saved in the ledger, or a template file without faults"},
    {"label.templates", isTemplateList,
     "couriers and their templates with blanks between, such as sf=sf-100x150 sto=sto-76x130"},
    {"label.folder", isFolder, "a folder that is there"},
    {"inbox.listen", isInboxAddress, "an address such as 127.0.0.1:9100, or a port"},
    {"inbox.allow", isInboxAllowed,
     "addresses and subnets with blanks between, such as 192.0.2.7 198.51.100.0/24"},
    {"inbox.language", isInboxLanguage, "zpl or tspl"},
    {"inbox.dots_per_mm", isDotsPerMm, "8, 12 or 24"},
    {"dispatch.at", isDispatchPlace, "bind or gate"},
    {"backup.folder", isFolder, "a folder that is there"},
    {"backup.times", isBackupTimes, "times such as 12:30,21:00, or off"},
    {"backup.keep", isBackupKeep, "1 to 1000"},
    {"label.mark", isMarkUse, "required or number"},
    {"audit.headFile", mayBeHeadFile, "a whole path in a writable folder, of no other file"},
    {"gate.identity", isIdentityList, "tote, slip and box with blanks between, one at least"},
    {"courier.default", isCourier, "a courier's key such as sf, sto, yto or zto"},
};

void readInbox(Settings& settings, BenchSettings& out) {
    const auto text = [&](const char* name) { return settings.value(QLatin1String(name), {}); };
    out.inboxListen = text("inbox.listen");
    out.inboxAllow = text("inbox.allow");
    out.inboxTspl = text("inbox.language") == QLatin1String("tspl");
    if (const QString dots = text("inbox.dots_per_mm"); isDotsPerMm(dots))
        out.inboxDotsPerMm = dots.toInt();
    out.labelFolder = text("label.folder");
}

} // namespace

QStringList settingNames() {
    QStringList names;
    for (const char* name :
         {"bench.name",      "warehouse.zone",   "calendar.rest",     "calendar.name",
          "waves.times",     "scan.repeat_ms",   "printer.id",        "printers",
          "inputs",          "printer.language", "printer.languages", "label.template",
          "label.templates", "dispatch.at",      "courier.default",   "sender.name",
          "sender.phone",    "sender.address",   "ledger.simulation", "label.folder",
          "inbox.listen",    "inbox.allow",      "inbox.language",    "inbox.dots_per_mm",
          "backup.folder",   "backup.times",     "backup.keep",       "audit.headFile",
          "label.mark",      "gate.identity"})
        names.append(QLatin1String(name));
    return names;
}

QString settingProblem(const QString& name, const QString& value) {
    for (const SettingRule& rule : kRules) {
        if (name == QLatin1String(rule.name) && !value.isEmpty() && !rule.fits(value))
            return QStringLiteral("'%1' cannot be %2: it takes %3. Nothing was changed.")
                .arg(value, name, QLatin1String(rule.takes));
    }
    return {};
}

QString settingProblem(const QString& name, const QString& value, TemplateBook& kept) {
    const auto isUsable = [&kept](const QString& form) {
        return kept.newest(form).has_value() || isTemplate(form);
    };
    if (name == QLatin1String("label.template") && isUsable(value))
        return {};
    if (name == QLatin1String("label.templates")) {
        const auto templates = courierTemplatesFrom(value);
        if (templates && std::all_of(templates->cbegin(), templates->cend(), isUsable))
            return {};
    }
    return settingProblem(name, value);
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
    if (isNumber && repeat >= 0 && repeat <= kLongestRepeatMs)
        out.repeatMs = repeat;
    out.printer = text("printer.id", out.printer);
    out.printers = text("printers", {}).split(u' ', Qt::SkipEmptyParts);
    out.inputs = text("inputs", {}).split(u' ', Qt::SkipEmptyParts);
    out.printerLanguage = text("printer.language", {});
    out.printerLanguages = printerLanguagesFrom(text("printer.languages", {}))
                               .value_or(QHash<QString, PrinterLanguage>());
    out.labelTemplate = text("label.template", out.labelTemplate);
    out.courierTemplates =
        courierTemplatesFrom(text("label.templates", {})).value_or(QHash<QString, QString>());
    out.dispatchAtBind = text("dispatch.at", QStringLiteral("bind")) != QLatin1String("gate");
    out.markRequired = text("label.mark", {}) != QLatin1String("number");
    out.markKey = QByteArray::fromHex(settings.value(kMarkKeySetting, {}).toLatin1());
    if (const auto identities = boxIdentitiesFrom(text("gate.identity", {})))
        out.gateIdentities = *identities;
    out.defaultCourier = text("courier.default", {});
    out.senderName = text("sender.name", {});
    out.senderPhone = text("sender.phone", {});
    out.senderAddress = text("sender.address", {});
    out.simulation = text("ledger.simulation", {}) == QLatin1String("yes");
    readInbox(settings, out);
    return out;
}

QSizeF labelSizeMm(const BenchSettings& settings) {
    constexpr double kSpareMm = 3; // 4×6 inches on 100×150 mm is 1.6 × 2.4 mm more
    QSizeF size(100, 150);
    try {
        size = labelTemplate(settings.labelTemplate).sizeMm;
    } catch (const FileError&) { // said when a label of our own is wanted
    }
    return size + QSizeF(kSpareMm, kSpareMm);
}

QList<PrinterAddress> printerAddresses(const QString& text) {
    QList<PrinterAddress> addresses;
    for (const QString& one : text.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto reading = printerAddressFrom(one); reading.address)
            addresses.append(*reading.address);
    }
    return addresses;
}

QList<PrinterAddress> printerAddresses(Settings& settings) {
    return printerAddresses(settings.value(QStringLiteral("printers"), {}));
}

void sayPrinterLanguage(Settings& settings, const QString& id, PrinterLanguage language) {
    auto languages = loadSettings(settings).printerLanguages;
    languages.insert(id, language);
    settings.set(QStringLiteral("printer.languages"), textOf(languages));
}

void tellLanguages(PrinterBus& bus, const QHash<QString, QString>& settings) {
    const auto language =
        printerLanguageFromWord(settings.value(QStringLiteral("printer.language")));
    if (language)
        bus.setLanguage(settings.value(QStringLiteral("printer.id")), *language);
    const auto said = printerLanguagesFrom(settings.value(QStringLiteral("printer.languages")));
    if (!said)
        return;
    for (auto one = said->cbegin(); one != said->cend(); ++one)
        bus.setLanguage(one.key(), one.value());
}

QList<InputAddress> inputAddresses(const QString& text) {
    QList<InputAddress> addresses;
    for (const QString& one : text.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto reading = inputAddressFrom(one); reading.address)
            addresses.append(*reading.address);
    }
    return addresses;
}

QList<InputAddress> inputAddresses(Settings& settings) {
    return inputAddresses(settings.value(QStringLiteral("inputs"), {}));
}

QStringList cameraPaths(const QList<InputAddress>& addresses) {
    QStringList paths;
    for (const InputAddress& address : addresses)
        if (address.way == InputAddress::Way::Camera && !paths.contains(address.path))
            paths.append(address.path);
    return paths;
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
        json = calendarFile(nameOrFile);
    if (const auto problem = calendar.add(json))
        throw FileError(
            FileError::Code::BadForm,
            QStringLiteral("Calendar '%1' cannot be used: %2").arg(nameOrFile, *problem));
    return calendar;
}

WorkingCalendar workingCalendar(const BenchSettings& settings) {
    return workingCalendar(settings.calendar, settings.restDays, settings.zone);
}

} // namespace packbench
