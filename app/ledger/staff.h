#pragma once

#include "shipping/operator.h"

#include <QList>

#include <optional>

namespace packbench {

class Database;

/// Who may sign on.
class Staff {
public:
    explicit Staff(Database& database) : m_database(database) {}
    void put(const Operator& person);
    [[nodiscard]] std::optional<Operator> byBadge(const QString& badge);
    [[nodiscard]] QList<Operator> all();

private:
    Database& m_database;
};

} // namespace packbench
