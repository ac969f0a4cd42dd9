#pragma once

#include "labels/fields.h"
#include "labels/layout.h"
#include "ledger/records.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QSize>
#include <QString>

#include <optional>

namespace packbench {

class Ledger;
class Clock;
struct BenchSettings;

/// Something about a template that a person should know before it is saved.
struct PreviewFinding {
    QString kind;       ///< as TemplateFinding, or "not-a-template"
    QString text;       ///< an English sentence
    int item = -1;      ///< which item it is about, from 0; -1 = the whole label
    bool stops = false; ///< such a label is not printed

    bool operator==(const PreviewFinding&) const = default;
};

/// How well a code of the drawing would scan.
struct PreviewGrade {
    int item = -1; ///< from 0
    QString grade; ///< "A" … "F"

    bool operator==(const PreviewGrade&) const = default;
};

/// What a template is filled with to be looked at.
enum class PreviewData {
    Newest, ///< the order that was labelled last, or the most urgent one
    Long,   ///< names, addresses and goods of the longest kind
    Latin   ///< an address abroad
};

/// A template drawn as its printer would print it.
struct TemplatePreview {
    quint64 serial = 0; ///< of the request it answers
    QByteArray png;     ///< empty when the template cannot be read
    QSize dots;
    int dotsPerMm = 8;
    QList<PreviewFinding> findings;
    QList<PreviewGrade> grades{}; ///< of the codes that are read back

    bool operator==(const TemplatePreview&) const = default;
};

/// A request for a drawing; nothing of it belongs to a thread.
struct PreviewRequest {
    quint64 serial = 0;
    QByteArray json;
    LabelFields fields;
    int dotsPerMm = 8;
};

/// Of sampleLabels(); `Newest` is the usual one.
[[nodiscard]] LabelFields sampleFields(PreviewData data);
/// What the newest order of the ledger would show; a sample where there is none.
[[nodiscard]] LabelFields newestFields(Ledger& ledger, const BenchSettings& settings, Instant now);
[[nodiscard]] LabelFields previewFields(PreviewData data, Ledger& ledger,
                                        const BenchSettings& settings, Instant now);

/// Reads, fills, draws and proofs; checks it with the samples, too. May run in any thread.
[[nodiscard]] TemplatePreview drawPreview(const PreviewRequest& request);

} // namespace packbench

Q_DECLARE_METATYPE(packbench::TemplatePreview)
