#pragma once

#include <QString>

#include <QHash>

namespace packbench {

class Database;

/// The setting that names the second place of the audit chain's end.
inline constexpr const char* kAuditHeadFile = "audit.headFile";

/// Named settings of the warehouse, text in, text out. Which there are: bench/benchsettings.h.
class Settings {
public:
    explicit Settings(Database& database) : m_database(database) {}
    [[nodiscard]] QString value(const QString& name, const QString& otherwise = {});
    void set(const QString& name, const QString& value);
    [[nodiscard]] QHash<QString, QString> all();

private:
    Database& m_database;
};

} // namespace packbench
