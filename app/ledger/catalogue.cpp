#include "ledger/catalogue.h"

#include "ledger/database.h"
#include "shipping/gtin.h"

#include <QSet>

namespace packbench {
namespace {

Item readItem(Rows& rows) {
    Item item;
    item.sku = rows.text();
    item.title = rows.text();
    item.spec = rows.text();
    item.bin = rows.text();
    item.picture = rows.text();
    item.weightGrams = rows.number();
    item.priceCents = rows.integer();
    item.asksSerial = rows.flag();
    return item;
}

/// GTINs padded to 14 digits, every code once, all of this item.
QList<ItemCode> storedForm(const QString& sku, const QList<ItemCode>& codes) {
    QList<ItemCode> stored;
    QSet<QString> seen;
    for (const ItemCode& code : codes) {
        const QString form = gtin14(code.code).value_or(code.code);
        if (seen.contains(form))
            continue;
        seen.insert(form);
        stored += {form, sku, code.pieces};
    }
    return stored;
}

} // namespace

Catalogue::Put Catalogue::put(const Item& item, const QList<ItemCode>& codes) {
    const QList<ItemCode> stored = storedForm(item.sku, codes);
    Atomic whole(m_database);
    const auto before = find(item.sku);
    const bool sameCodes = before && codesOf(item.sku) == stored;
    if (before == item && sameCodes) {
        whole.commit();
        return Put::Unchanged;
    }
    m_database.change("item/put", {{"sku", item.sku},
                                   {"title", item.title},
                                   {"spec", item.spec},
                                   {"bin", item.bin},
                                   {"picture", item.picture},
                                   {"weightGrams", item.weightGrams},
                                   {"priceCents", item.priceCents},
                                   {"asksSerial", item.asksSerial}});
    if (!sameCodes) {
        m_database.change("item/drop-codes", {{"sku", item.sku}});
        int position = 0;
        for (const ItemCode& code : stored)
            m_database.change("item/add-code", {{"code", code.code},
                                                {"sku", code.sku},
                                                {"pieces", code.pieces},
                                                {"position", position++}});
    }
    whole.commit();
    return before ? Put::Updated : Put::Accepted;
}

std::optional<Item> Catalogue::find(const QString& sku) {
    Rows rows = m_database.ask("item/find", {{"sku", sku}});
    if (!rows.next())
        return std::nullopt;
    return readItem(rows);
}

QList<ItemMatch> Catalogue::match(const QString& code) {
    QList<ItemMatch> matches;
    QSet<QString> seen;
    {
        Rows rows =
            m_database.ask("item/match", {{"gtin", gtin14(code).value_or(code)}, {"text", code}});
        while (rows.next()) {
            const Item item = readItem(rows);
            const ItemMatch match{item, rows.number()};
            if (!seen.contains(item.sku))
                matches += match;
            seen.insert(item.sku);
        }
    }
    if (!seen.contains(code)) {
        if (const auto item = find(code))
            matches += {*item, 1};
    }
    return matches;
}

QList<ItemCode> Catalogue::codesOf(const QString& sku) {
    QList<ItemCode> codes;
    Rows rows = m_database.ask("item/codes", {{"sku", sku}});
    while (rows.next()) {
        const QString code = rows.text();
        codes += {code, sku, rows.number()};
    }
    return codes;
}

qint64 Catalogue::count() {
    Rows rows = m_database.ask("item/count");
    return rows.next() ? rows.integer() : 0;
}

} // namespace packbench
