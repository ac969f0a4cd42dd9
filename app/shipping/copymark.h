#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace packbench {

/// The private mark in a label's square code, "<waybill>-PBM-<parcel>-<copy>-<MAC>": tells an older
/// copy of the same number, and one that this warehouse did not print.
struct CopyMark {
    QString waybill;
    qint64 parcel = 0;
    int copy = 0;
    QString mac; ///< four signs, in capitals; empty on a label of an older Packbench

    bool operator==(const CopyMark&) const = default;
};

/// What stands in a scanned code; nothing when it is no copy mark. Its MAC may be forged.
[[nodiscard]] std::optional<CopyMark> copyMark(const QString& text);

/// What follows the waybill number in the code, from "-PBM-" on.
[[nodiscard]] QString copyMarkTail(const QString& waybill, qint64 parcel, int copy,
                                   const QByteArray& key);

/// Whether this ledger's key made the mark.
[[nodiscard]] bool isGenuine(const CopyMark& mark, const QByteArray& key);

} // namespace packbench
