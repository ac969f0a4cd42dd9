#pragma once

#include "drivers/inputaddress.h"
#include "drivers/printeraddress.h"
#include "labels/template.h"
#include "shipping/gaterule.h"
#include "shipping/wave.h"
#include "shipping/workingcalendar.h"

#include <QHash>
#include <QString>
#include <QTimeZone>

namespace packbench {

class PrinterBus;
class Settings;
class TemplateBook;

/// How this warehouse and bench are set up. Kept in the ledger's settings; the names there stand
/// behind each member.
struct BenchSettings {
    QString bench = QStringLiteral("01");        ///< bench.name
    QTimeZone zone{"Asia/Shanghai"};             ///< warehouse.zone
    RestDays restDays{Qt::Sunday};               ///< calendar.rest
    QString calendar = QStringLiteral("cn");     ///< calendar.name: built-in or a file
    WavePlan waves = defaultWaves();             ///< waves.times, "10:00,16:00"
    int repeatMs = 50;                           ///< scan.repeat_ms
    QString printer = QStringLiteral("virtual"); ///< printer.id
    QStringList printers;                        ///< printers: addresses, blanks between
    QStringList inputs;                          ///< inputs: scanners and scales, blanks between
    QString printerLanguage;                     ///< printer.language, empty = as found
    /// printer.languages, "id=zpl" with blanks between: what a person said of each printer
    QHash<QString, PrinterLanguage> printerLanguages;
    QString labelTemplate = QStringLiteral("general-100x150"); ///< label.template: name or file
    /// label.templates, "sf=sf-100x150 sto=FILE": of a courier's labels; the others take the one
    /// above
    QHash<QString, QString> courierTemplates;
    bool dispatchAtBind =
        true; ///< dispatch.at = "bind" (label scan dispatches) or "gate" (box and label there)
    /// gate.identity, "tote slip box": what says at the gate which order a box is of
    QSet<BoxIdentity> gateIdentities{BoxIdentity::Tote, BoxIdentity::Slip, BoxIdentity::Box};
    QString defaultCourier;   ///< courier.default, empty = any pool
    QString senderName;       ///< sender.name
    QString senderPhone;      ///< sender.phone
    QString senderAddress;    ///< sender.address
    bool simulation = false;  ///< ledger.simulation
    QString inboxListen;      ///< inbox.listen, empty = the bench is no printer for others
    QString inboxAllow;       ///< inbox.allow: addresses and subnets, none = this machine only
    bool inboxTspl = false;   ///< inbox.language: "zpl" or "tspl"
    int inboxDotsPerMm = 8;   ///< inbox.dots_per_mm: what senders think the printer has
    bool markRequired = true; ///< label.mark: "required", or "number" where no square code is read
    QByteArray markKey;       ///< label.mark_key: made by itself, never shown
    QString labelFolder;      ///< label.folder: watched for ready-made labels, empty = none

    /// Ready-made labels may come by themselves.
    [[nodiscard]] bool hasInbox() const { return !inboxListen.isEmpty() || !labelFolder.isEmpty(); }
};

/// Kept with the settings, but no setting of anybody.
inline const QString kMarkKeySetting = QStringLiteral("label.mark_key");

/// The printers that the settings name; what cannot be read was refused when it was set.
[[nodiscard]] QList<PrinterAddress> printerAddresses(Settings& settings);
/// Of the setting's text.
[[nodiscard]] QList<PrinterAddress> printerAddresses(const QString& text);

/// Keeps what a person said of a printer's language.
void sayPrinterLanguage(Settings& settings, const QString& id, PrinterLanguage language);

/// Tells a bus all that people said of its printers.
void tellLanguages(PrinterBus& bus, const QHash<QString, QString>& settings);

/// The scanners and scales that the settings name.
[[nodiscard]] QList<InputAddress> inputAddresses(Settings& settings);
[[nodiscard]] QList<InputAddress> inputAddresses(const QString& text);
/// Device nodes or films of the cameras among them.
[[nodiscard]] QStringList cameraPaths(const QList<InputAddress>& addresses);

/// Every name a setting may have.
[[nodiscard]] QStringList settingNames();

/// Why that value cannot be kept under that name, a sentence; empty = it can.
[[nodiscard]] QString settingProblem(const QString& name, const QString& value);
/// The same where label.template may also name a template of the ledger.
[[nodiscard]] QString settingProblem(const QString& name, const QString& value, TemplateBook& kept);

/// What the ledger says, defaults where it says nothing or nonsense.
[[nodiscard]] BenchSettings loadSettings(Settings& settings);

/// The calendar the settings name, read from the built-in ones or from its file.
/// @throws FileError when the file is missing or no calendar.
[[nodiscard]] WorkingCalendar workingCalendar(const BenchSettings& settings);
[[nodiscard]] WorkingCalendar workingCalendar(const QString& nameOrFile, const RestDays& rest,
                                              const QTimeZone& zone);

/// Of the labels in the bench's printer: the template is made for them, some millimetres more or
/// less are cut anew.
[[nodiscard]] QSizeF labelSizeMm(const BenchSettings& settings);

} // namespace packbench
