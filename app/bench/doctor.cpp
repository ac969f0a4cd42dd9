#include "bench/doctor.h"

#include "bench/benchsettings.h"
#include "bench/clock.h"
#include "bench/clockwatch.h"
#include "bench/ledgerexamination.h"
#include "bench/templatechoice.h"
#include "labels/layout.h"
#include "ledger/ledger.h"
#include "ledger/startcheck.h"
#include "shipping/fault.h"

#include <QDateTime>

namespace packbench {

namespace {

void examineCalendar(const BenchSettings& settings, Instant now, QStringList& findings) {
    try {
        const WorkingCalendar calendar = workingCalendar(settings);
        const QDate today = QDateTime::fromMSecsSinceEpoch(now.msUtc, settings.zone).date();
        if (!calendar.knows(today))
            findings.append(
                QStringLiteral(
                    "Calendar '%1' does not cover %2: windows count by the weekly rest days only. "
                    "Set calendar.name to a file that does.")
                    .arg(settings.calendar)
                    .arg(today.year()));
    } catch (const StationFault& fault) {
        findings.append(fault.sentence());
    }
}

void examineLabels(Ledger& ledger, const BenchSettings& settings, QStringList& findings) {
    if (labelFontFamily().isEmpty())
        findings.append(QStringLiteral("No Chinese font is installed: Chinese text on labels would "
                                       "be boxes. Install fonts-noto-cjk."));
    QStringList forms = settings.courierTemplates.values();
    forms.prepend(settings.labelTemplate);
    forms.removeDuplicates();
    for (const QString& form : std::as_const(forms)) {
        try {
            static_cast<void>(labelTemplate(form, ledger.templates()));
        } catch (const StationFault& fault) {
            findings.append(fault.sentence());
        }
    }
    if (ledger.waybills().countFree({}) == 0)
        findings.append(QStringLiteral(
            "No waybill number is free: only orders that bring their own number get a label. "
            "Import a pool with 'packctl import waybills'."));
    const auto unfinished = ledger.labels().unfinished();
    for (const LabelCopy& copy : unfinished)
        findings.append(QStringLiteral("It is not certain what became of the label of waybill %1 "
                                       "(%2): scan it on its parcel, "
                                       "or say that none came out.")
                            .arg(copy.waybill, word(copy.state)));
}

void examineScans(Ledger& ledger, const BenchSettings& settings, QStringList& findings) {
    const QList<ScanRecord> scans = ledger.scans().unjudged(settings.bench);
    if (!scans.isEmpty())
        findings.append(
            QStringLiteral("%1 scans have no verdict, the program ended before: they were not "
                           "counted. \"packctl label unfinished\" lists them; scan again what is "
                           "missing. The next start of the bench says so, too.")
                .arg(scans.size()));
}

} // namespace

QStringList examine(Ledger& ledger, const Clock& clock) {
    QStringList findings = ledger.check();
    const BenchSettings settings = loadSettings(ledger.settings());
    examineCalendar(settings, clock.now(), findings);
    examineLabels(ledger, settings, findings);
    examineScans(ledger, settings, findings);
    findings += examineLedgerCare(ledger, clock, bytesFree(ledger.address()));
    if (const auto wrong = ClockWatch(ledger, clock).behind())
        findings.append(
            QStringLiteral("The clock says %1, before the newest record (%2): nothing "
                           "is dispatched. Set the clock, or say that it is right: "
                           "packctl clock confirm.")
                .arg(isoText(wrong->read, settings.zone), isoText(wrong->newest, settings.zone)));
    return findings;
}

} // namespace packbench
