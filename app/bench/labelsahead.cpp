#include "bench/labelsahead.h"

#include "bench/labelling.h"
#include "bench/templatechoice.h"
#include "labels/layout.h"
#include "labels/proof.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <algorithm>
#include <utility>

namespace packbench {

namespace {

DrawnAhead drawnAhead(const LabelAhead& label, const LabelsAhead::Printer& printer) {
    DrawnAhead out{label.key, label.problem, {}, {}};
    if (!label.form)
        return out;
    const DrawnLabel drawn = drawLabel(*label.form, label.fields, printer.dotsPerMm);
    QList<LabelFinding> findings = drawn.findings + proof(drawn.page, drawn.codes);
    if (auto finding =
            unprovable(drawn.codes, label.fields.values.value(QStringLiteral("tracking"))))
        findings.append(std::move(*finding));
    for (const LabelFinding& finding : std::as_const(findings)) {
        if (out.stops.isEmpty() && mustNotPrint(finding))
            out.stops = finding.text;
        else
            out.findings.append(finding.text);
    }
    const auto widths =
        tooWide(printer.language, drawn.page.width, printer.dotsPerMm, printer.setup);
    if (out.stops.isEmpty() && widths)
        out.stops = sentence(*widths);
    if (out.stops.isEmpty())
        out.bytes = encode(printer.language, drawn.page, printer.setup);
    return out;
}

} // namespace

LabelsToCome::LabelsToCome(Ledger& ledger, const BenchSettings& settings, Instant now)
    : m_ledger(ledger), m_settings(settings), m_now(now), m_numbers(ledger.waybills()) {}

std::optional<LabelAhead> LabelsToCome::of(const OrderRecord& order) {
    Labelling labelling(m_ledger, m_settings);
    const bool isOpen = order.order.state == OrderState::Open && order.order.holds.isEmpty();
    if (!isOpen || order.order.recipient.masked || labelling.hasReadyMade(order))
        return std::nullopt;
    const ParcelRecord parcel = labelling.parcelToCome(order);
    const Form form = formFor(parcel.courier);
    const QString withoutNumber = numberProblem(parcel);
    return LabelAhead{order.order.key, form.form,
                      labelFields(order, parcel, m_settings, {Operator{}, m_now, 1, {}, 0}),
                      form.problem.isEmpty() ? withoutNumber : form.problem};
}

QString LabelsToCome::numberProblem(const ParcelRecord& parcel) {
    if (parcel.waybill == kSampleNumber)
        return m_numbers.need(parcel.courier);
    if (m_ledger.quarantine().waits(parcel.waybill))
        return QStringLiteral("Waybill %1 waits in quarantine: a supervisor has to release or void "
                              "it first.")
            .arg(parcel.waybill);
    const auto known = m_ledger.waybills().find(parcel.waybill);
    if (known && known->parcelId != 0 && known->parcelId != parcel.id)
        return QStringLiteral("Waybill %1 belongs to another parcel: ask customer service for "
                              "another number.")
            .arg(parcel.waybill);
    return {};
}

LabelsToCome::Form LabelsToCome::formFor(const QString& courier) {
    const QString name = templateName(m_settings, courier);
    const auto known = m_forms.constFind(name);
    if (known != m_forms.cend())
        return *known;
    Form form;
    try {
        form.form =
            std::make_shared<const LabelTemplate>(labelTemplate(name, m_ledger.templates()).form);
    } catch (const FileError& error) {
        form.problem = error.sentence();
    }
    m_forms.insert(name, form);
    return form;
}

LabelsAhead::LabelsAhead(int threads, Printer printer, Told told)
    : m_printer(std::move(printer)), m_told(std::move(told)) {
    m_pool.setMaxThreadCount(std::max(threads, 1));
    m_pool.setExpiryTimeout(-1); // a new thread would open the fonts anew
}

LabelsAhead::~LabelsAhead() {
    cancel();
    wait();
}

void LabelsAhead::add(const LabelAhead& label) {
    m_pool.start([this, label] {
        if (m_isCancelled)
            return;
        const DrawnAhead drawn = drawnAhead(label, m_printer);
        const QMutexLocker lock(&m_telling);
        if (!m_isCancelled)
            m_told(drawn);
    });
}

void LabelsAhead::cancel() {
    const QMutexLocker lock(&m_telling);
    m_isCancelled = true;
    m_pool.clear();
}

bool LabelsAhead::wait(int milliseconds) {
    return m_pool.waitForDone(milliseconds);
}

} // namespace packbench
