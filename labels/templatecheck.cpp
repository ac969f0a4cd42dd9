#include "labels/templatecheck.h"

#include "labels/fillin.h"
#include "labels/labelcode.h"
#include "labels/proof.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr int kResolutions[] = {8, 12};
constexpr double kTouchMm = 0.02; ///< less is rounding
constexpr int kPaleShade = 30;    ///< percent; text is read on it

bool holdsInk(const TemplateItem& item) {
    return item.kind != ItemKind::Line && item.kind != ItemKind::Box;
}

bool excludes(const TemplateItem& one, const TemplateItem& other) {
    const bool byValue = !one.onlyIf.isEmpty() && one.onlyIf == other.onlyIf &&
                         !one.onlyIfIs.isEmpty() && !other.onlyIfIs.isEmpty() &&
                         one.onlyIfIs != other.onlyIfIs;
    const bool byField = (!one.onlyIf.isEmpty() && one.onlyIf == other.onlyUnless) ||
                         (!other.onlyIf.isEmpty() && other.onlyIf == one.onlyUnless);
    return byValue || byField;
}

/// Where an item puts its ink: a frame has four strokes and nothing between them.
QList<QRectF> inkOf(const TemplateItem& item) {
    const QRectF mm = item.mm;
    const double line = item.lineDots / 8.0;
    if (item.kind == ItemKind::Line)
        return {
            QRectF(mm.topLeft(), QSizeF(std::max(mm.width(), line), std::max(mm.height(), line)))};
    if (item.kind != ItemKind::Box || item.filled)
        return {mm};
    return {QRectF(mm.left(), mm.top(), mm.width(), line),
            QRectF(mm.left(), mm.bottom() - line, mm.width(), line),
            QRectF(mm.left(), mm.top(), line, mm.height()),
            QRectF(mm.right() - line, mm.top(), line, mm.height())};
}

bool isPaleArea(const TemplateItem& item) {
    return item.kind == ItemKind::Box && item.filled && item.shade <= kPaleShade;
}

bool overlaps(const TemplateItem& one, const TemplateItem& other) {
    if ((!holdsInk(one) && !holdsInk(other)) || excludes(one, other))
        return false;
    const bool onPale = (isPaleArea(one) && other.kind != ItemKind::Barcode) ||
                        (isPaleArea(other) && one.kind != ItemKind::Barcode);
    if (onPale)
        return false;
    for (const QRectF& a : inkOf(one)) {
        for (const QRectF& b : inkOf(other)) {
            const QRectF common = a & b;
            if (common.width() > kTouchMm && common.height() > kTouchMm)
                return true;
        }
    }
    return false;
}

class Check {
public:
    explicit Check(const LabelTemplate& form) : m_form(form) {}

    void places() {
        const QRectF label(QPointF(), m_form.sizeMm);
        const auto count = static_cast<int>(m_form.items.size());
        for (int i = 0; i < count; ++i) {
            const QRectF mm = m_form.items.at(i).mm;
            if (mm.left() < 0 || mm.top() < 0 || mm.right() > label.right() + kTouchMm ||
                mm.bottom() > label.bottom() + kTouchMm)
                add("off-label", {i},
                    QStringLiteral("Item %1 reaches beyond the label.").arg(i + 1));
            for (int other = i + 1; other < count; ++other) {
                if (overlaps(m_form.items.at(i), m_form.items.at(other)))
                    add("overlap", {i, other},
                        QStringLiteral("Item %1 lies over item %2.").arg(other + 1).arg(i + 1));
            }
        }
    }

    void sample(const SampleLabel& sample, int dotsPerMm) {
        m_where = QStringLiteral(" (sample “%1”, %2 dots/mm)").arg(sample.name).arg(dotsPerMm);
        const DrawnLabel label = drawLabel(m_form, sample.fields, dotsPerMm);
        for (const LabelFinding& finding : label.findings)
            add(kindOf(finding, sample.fields), {finding.item}, finding.text + m_where);
        for (const ExpectedCode& code : label.codes) {
            for (const LabelFinding& finding : proof(label.page, {code}))
                add(QStringLiteral("proof"), {code.item},
                    QStringLiteral("Item %1: %2").arg(code.item + 1).arg(finding.text) + m_where);
        }
        number(label, sample);
    }

    [[nodiscard]] QList<TemplateFinding> findings() const { return m_findings; }

    /// A name of rows that no label has draws an empty table.
    void rows(const QList<SampleLabel>& samples) {
        for (qsizetype i = 0; i < m_form.items.size(); ++i) {
            const TemplateItem& item = m_form.items.at(i);
            const bool isKnown =
                item.kind != ItemKind::Table ||
                std::any_of(samples.cbegin(), samples.cend(), [&item](const SampleLabel& sample) {
                    return sample.fields.rows.contains(item.rows);
                });
            if (!isKnown)
                add("missing-field", {static_cast<int>(i)},
                    QStringLiteral("Item %1 (table): no label has rows “%2”; there are “goods”.")
                        .arg(i + 1)
                        .arg(item.rows));
        }
    }

private:
    /// Printing asks for it, too. What stops the label already is said alone.
    void number(const DrawnLabel& label, const SampleLabel& sample) {
        const auto finding =
            unprovable(label.codes, sample.fields.values.value(QStringLiteral("tracking")));
        const bool isStopped =
            std::any_of(label.findings.cbegin(), label.findings.cend(), mustNotPrint);
        if (finding && !isStopped)
            add(finding->kind, {-1}, finding->text + m_where);
    }

    /// A code that could be made but had no room even with its narrowest modules is too thin.
    [[nodiscard]] QString kindOf(const LabelFinding& finding, const LabelFields& fields) const {
        if (finding.kind != u"bad-barcode" || finding.item < 0)
            return finding.kind;
        const TemplateItem& item = m_form.items.at(finding.item);
        const FilledText filled =
            fillIn(item.field, fields, nullptr, m_form.unmasked | item.unmasked);
        const LabelCode code = encodeLabelCode(item.symbology, filled.text.trimmed());
        return code.problem.isEmpty() ? QStringLiteral("module-too-thin") : finding.kind;
    }

    void add(const char* kind, const QList<int>& items, const QString& text) {
        add(QLatin1String(kind), items, text);
    }
    void add(const QString& kind, const QList<int>& items, const QString& text) {
        const QList<int> named = items == QList<int>{-1} ? QList<int>() : items;
        const bool isKnown =
            std::any_of(m_findings.cbegin(), m_findings.cend(), [&](const TemplateFinding& known) {
                return known.kind == kind && known.items == named;
            });
        if (!isKnown)
            m_findings.append({kind, text, named});
    }

    const LabelTemplate& m_form;
    QString m_where;
    QList<TemplateFinding> m_findings;
};

} // namespace

QList<TemplateFinding> checkTemplate(const LabelTemplate& form, const QList<SampleLabel>& samples) {
    Check check(form);
    check.places();
    check.rows(samples);
    for (const SampleLabel& sample : samples) {
        for (const int dotsPerMm : kResolutions)
            check.sample(sample, dotsPerMm);
    }
    return check.findings();
}

} // namespace packbench
