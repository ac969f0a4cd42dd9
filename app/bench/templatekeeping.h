#pragma once

#include "bench/templatepreview.h"
#include "ledger/templatebook.h"
#include "shipping/operator.h"

#include <QStringList>

namespace packbench {

/// One template that may be opened, or one version of it.
struct TemplateRow {
    QString name;
    int version = 0; ///< 0 = built in
    Instant savedAt;
    QString savedBy;
    QString decision;
    bool isUsed = false; ///< the bench prints with it

    bool operator==(const TemplateRow&) const = default;
};

/// A template opened to be changed.
struct TemplateOpened {
    QString name;
    int version = 0; ///< 0 = built in, -1 = from a file
    QByteArray json;
    QList<TemplateRow> versions; ///< of this name, newest first, the built-in one last

    bool operator==(const TemplateOpened&) const = default;
};

/// What became of saving, exporting or importing.
struct TemplateAnswer {
    /// Stable word: "saved", "not-allowed", "no-name", "needs-decision", "not-a-template",
    /// "exported", "not-exported", "not-imported", "not-found"
    QString outcome;
    QString name; ///< template or file
    int version = 0;
    QString text; ///< an English sentence more, may be empty

    bool operator==(const TemplateAnswer&) const = default;
};

/// Built-in names and those of the ledger, each with its newest version.
[[nodiscard]] QList<TemplateRow> templateRows(TemplateBook& kept, const QString& used);
/// Every version of that name, newest first; the built-in one is version 0.
[[nodiscard]] QList<TemplateRow> versionRows(TemplateBook& kept, const QString& name);
/// `version` 0 and nothing kept: the built-in one; -1: the newest there is.
[[nodiscard]] std::optional<TemplateOpened> openTemplate(TemplateBook& kept, const QString& name,
                                                         int version);

/// Who saves what, and why in spite of what was found.
struct TemplateSaving {
    QString name;
    QByteArray json;
    QString decision;
    Operator person;
    Instant now;
};
/// Keeps the next version. Refused: a person who is no supervisor, a template that cannot be read,
/// and one with findings for which no decision is given.
[[nodiscard]] TemplateAnswer saveTemplate(Ledger& ledger, const TemplateSaving& saving,
                                          int dotsPerMm);

} // namespace packbench

Q_DECLARE_METATYPE(QList<packbench::TemplateRow>)
Q_DECLARE_METATYPE(packbench::TemplateOpened)
Q_DECLARE_METATYPE(packbench::TemplateAnswer)
