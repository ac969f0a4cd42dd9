#pragma once

#include "shipping/item.h"

#include <QList>
#include <QString>

#include <optional>

namespace packbench {

class Database;

/// The items and the codes that mean them.
class Catalogue {
public:
    explicit Catalogue(Database& database) : m_database(database) {}

    enum class Put { Accepted, Updated, Unchanged };
    /// Stores the item and replaces its codes.
    [[nodiscard]] Put put(const Item& item, const QList<ItemCode>& codes);
    [[nodiscard]] std::optional<Item> find(const QString& sku);
    /// What a scanned code may mean: `gtin14` form for GTINs, the text itself for others, and the
    /// SKU itself.
    [[nodiscard]] QList<ItemMatch> match(const QString& code);
    [[nodiscard]] QList<ItemCode> codesOf(const QString& sku);
    [[nodiscard]] qint64 count();

private:
    Database& m_database;
};

} // namespace packbench
