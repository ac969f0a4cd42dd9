#include "bench/templatepreview.h"

#include "bench/labelling.h"
#include "labels/codemeasure.h"
#include "labels/templatecheck.h"
#include "ledger/ledger.h"

#include <QRegularExpression>

namespace packbench {

namespace {

std::optional<OrderRecord> newestOrder(Ledger& ledger) {
    const QList<LabelCopy> copies = ledger.labels().newest(1);
    if (!copies.isEmpty())
        return ledger.orders().byId(copies.first().orderId);
    const QList<DueRecord> due = ledger.orders().due(1);
    return due.isEmpty() ? std::nullopt : ledger.orders().byId(due.first().id);
}

/// "Item 3 (text): …" is about the third item.
int itemNamed(const QString& sentence) {
    static const QRegularExpression kItem(QStringLiteral("^Item (\\d+)\\b"));
    const auto match = kItem.match(sentence);
    return match.hasMatch() ? match.captured(1).toInt() - 1 : -1;
}

/// With the data that is looked at, besides the samples.
QList<PreviewFinding> findingsOf(const LabelTemplate& form, const LabelFields& shown) {
    QList<SampleLabel> samples{{QStringLiteral("shown"), shown}};
    samples += sampleLabels();
    QList<PreviewFinding> findings;
    for (const TemplateFinding& one : checkTemplate(form, samples)) {
        const bool stops =
            mustNotPrint({one.kind, {}}) || one.kind == u"proof" || one.kind == u"module-too-thin";
        findings.append({one.kind, one.text, one.items.value(0, -1), stops});
    }
    return findings;
}

QList<PreviewGrade> gradesOf(const DrawnLabel& label) {
    QList<PreviewGrade> grades;
    const QList<ReadCode> codes = measuredCodes(label.page, label.codes);
    for (qsizetype i = 0; i < codes.size(); ++i) {
        if (codes.at(i).measure)
            grades.append({label.codes.at(i).item, word(gradeOf(*codes.at(i).measure))});
    }
    return grades;
}

} // namespace

LabelFields sampleFields(PreviewData data) {
    return sampleLabels().value(static_cast<int>(data)).fields;
}

LabelFields newestFields(Ledger& ledger, const BenchSettings& settings, Instant now) {
    const auto order = newestOrder(ledger);
    if (!order)
        return sampleFields(PreviewData::Newest);
    const ParcelRecord parcel = Labelling(ledger, settings).parcelToCome(*order);
    return labelFields(*order, parcel, settings, {Operator{}, now, 1, {}, 0});
}

LabelFields previewFields(PreviewData data, Ledger& ledger, const BenchSettings& settings,
                          Instant now) {
    return data == PreviewData::Newest ? newestFields(ledger, settings, now) : sampleFields(data);
}

TemplatePreview drawPreview(const PreviewRequest& request) {
    TemplatePreview preview;
    preview.serial = request.serial;
    preview.dotsPerMm = request.dotsPerMm;
    const TemplateReading reading = readTemplate(request.json);
    if (!reading.ok()) {
        for (const QString& problem : reading.problems)
            preview.findings.append(
                {QStringLiteral("not-a-template"), problem, itemNamed(problem), true});
        return preview;
    }
    const DrawnLabel label = drawLabel(reading.value, request.fields, request.dotsPerMm);
    preview.png = pngFromPage(label.page);
    preview.dots = {label.page.width, label.page.height};
    preview.findings = findingsOf(reading.value, request.fields);
    preview.grades = gradesOf(label);
    return preview;
}

} // namespace packbench
