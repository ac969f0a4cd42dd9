#pragma once

#include "ledger/records.h"

#include <QSet>

namespace packbench {

class Ledger;

/// Whose a ready-made label may be, by what can be read on it.
struct InboxMatch {
    QSet<qint64> orders;
    QString waybill; ///< the order's number among the codes, where one is known
};

/// By the codes: a waybill of an order or a parcel, an order's number, also inside a longer code.
[[nodiscard]] InboxMatch matchByCodes(Ledger& ledger, const QStringList& codes);
/// By a file's name: an order's number or waybill in it.
[[nodiscard]] QSet<qint64> matchByName(Ledger& ledger, const QString& fileName);

/// Codes that may be a courier's number; those of a courier's form where there are such.
[[nodiscard]] QStringList waybillsAmong(const QStringList& codes, const QString& orderNumber);

/// Whether the number is one of the codes, or stands inside one.
[[nodiscard]] bool isAmong(const QStringList& codes, const QString& number);

} // namespace packbench
