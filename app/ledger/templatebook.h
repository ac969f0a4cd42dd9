#pragma once

#include "shipping/instant.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace packbench {

class Database;

/// One version of a label template, as it was saved.
struct TemplateVersion {
    QString name;
    int version = 0; ///< from 1, without gaps
    QByteArray json;
    Instant savedAt;
    QString savedBy;  ///< badge
    QString decision; ///< why it was saved in spite of findings, empty = there were none

    bool operator==(const TemplateVersion&) const = default;
};

/// Label templates of the house: every version stays, the newest is used.
class TemplateBook {
public:
    explicit TemplateBook(Database& database) : m_database(database) {}

    /// Keeps it as the next version of its name; `version` of what is given does not count.
    /// @returns the version. @throws LedgerError::Constraint for an empty name, or when another
    /// bench saved the same version at that moment.
    int save(const TemplateVersion& version);
    [[nodiscard]] std::optional<TemplateVersion> newest(const QString& name);
    [[nodiscard]] std::optional<TemplateVersion> version(const QString& name, int version);
    [[nodiscard]] QList<TemplateVersion> versions(const QString& name); ///< newest first, no json
    [[nodiscard]] QStringList names();

private:
    Database& m_database;
};

} // namespace packbench
