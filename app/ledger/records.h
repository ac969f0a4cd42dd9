#pragma once

#include "shipping/dispatchwindow.h"
#include "shipping/labelevidence.h"
#include "shipping/labelstate.h"
#include "shipping/order.h"
#include "shipping/scancode.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace packbench {

/// An order as it stands in the ledger.
struct OrderRecord {
    qint64 id = 0;
    ShopOrder order; ///< state, holds: as they are now, not only as the shop told
    QList<int> done; ///< verified pieces, one entry per order line
    std::optional<DispatchWindow> window; ///< nothing while unpaid
    QString tote;                         ///< tote it was picked into, empty = none
    QString digest;                       ///< of what the shop told last
    bool remarksConfirmed = false;
    std::optional<Instant> importedAt;

    bool operator==(const OrderRecord&) const = default;
};

/// One line of the due board.
struct DueRecord {
    qint64 id = 0;
    OrderKey key;
    OrderState state = OrderState::Open;
    QList<Hold> holds;
    Instant paidAt;
    DispatchWindow window;
    QString courier;
    int pieces = 0;
    int done = 0;

    bool operator==(const DueRecord&) const = default;
};

/// A scan as it came in, before anyone judged it.
struct RawScan {
    Instant at;
    QString bench;
    QString badge;  ///< who was signed on, empty = nobody
    QString device; ///< which scanner
    QString text;
    QString aim;
};

/// A journalled scan with its verdict, for `order show`.
struct ScanRecord {
    qint64 id = 0;
    RawScan scan;
    QString kind;    ///< word(ScanKind)
    QString outcome; ///< stable word, empty = never judged (fault between journal and verdict)
    qint64 orderId = 0;
};

/// How an order line was verified by one scan.
struct Verification {
    qint64 id = 0;
    qint64 scanId = 0;
    qint64 orderId = 0;
    int line = 0; ///< index in the order's lines
    int pieces = 1;
    QString serial;
    QString how; ///< "scan", "pack-code", "quantity-card", "serial"
    QString badge;
    Instant at;
    bool undone = false;

    bool operator==(const Verification&) const = default;
};

/// One waybill number. A number is never used twice.
struct Waybill {
    QString number;
    QString courier;
    WaybillState state = WaybillState::Free;
    qint64 parcelId = 0; ///< 0 = none yet

    bool operator==(const Waybill&) const = default;
};

/// A carton of an order with its own label.
struct ParcelRecord {
    qint64 id = 0;
    qint64 orderId = 0;
    int carton = 1;  ///< n …
    int cartons = 1; ///< … of m
    int weightGrams = 0;
    QString waybill;
    QString courier;

    bool operator==(const ParcelRecord&) const = default;
};

/// One printed (or to be printed) copy of a parcel's label.
struct LabelCopy {
    qint64 id = 0;
    qint64 parcelId = 0;
    qint64 orderId = 0;
    int copyNo = 1;
    QString waybill;
    QString courier;
    CopyState state = CopyState::Prepared;
    QString cause;    ///< word of the printer state or fault that holds it up, empty = none
    QString printer;  ///< printer id
    QString language; ///< "zpl", "tspl"
    QString form;     ///< the template it was drawn from, name@version; empty = not known
    QByteArray bytes; ///< exactly what is sent
    QByteArray png;   ///< the page, for screens
    QString badge;    ///< who asked for it
    QString reason;   ///< why another copy, empty for the first
    Instant preparedAt;
    std::optional<Instant> sentAt;
    std::optional<Instant> boundAt;
    qint64 bytesTaken = 0;
    QString mark; ///< the copy mark in its square code; empty = it shows none
    LabelEvidence evidence = LabelEvidence::None; ///< the strongest so far
    std::optional<qint64> counterBefore; ///< the printer's label counter before its first byte
    qint64 bytesAll = 0;                 ///< size of `bytes`, where those are not read
    std::optional<qint64> cameOut;       ///< how many labels the printer counted for it

    bool operator==(const LabelCopy&) const = default;
};

/// A page of a ready-made label that came from a shop's system or in a file.
struct IncomingLabel {
    qint64 id = 0;
    Instant arrivedAt;
    QString source;   ///< address of who sent it, or the file's name
    QString jobKey;   ///< hash of the job's bytes and the page's number in it
    int arrivals = 1; ///< how often that very page came
    int width = 0;    ///< dots; 0 = nothing could be drawn
    int height = 0;
    int dotsPerMm = 8;
    QByteArray bits;      ///< 1 bit a dot, rows of whole bytes, 1 = black
    QStringList codes;    ///< texts of the codes on it
    QStringList findings; ///< sentences of whoever drew it
    QString waybill;      ///< the one it was matched by, empty = none
    qint64 orderId = 0;   ///< 0 = none
    qint64 parcelId = 0;  ///< whose label was made of it, 0 = none
    IncomingState state = IncomingState::Unmatched;
    QString reason; ///< stable word, empty when it is matched
    QString detail; ///< number, size or sentence that belongs to the reason

    bool operator==(const IncomingLabel&) const = default;
};

/// A parcel that left.
struct DispatchRecord {
    qint64 orderId = 0;
    qint64 parcelId = 0;
    OrderKey key;
    QString waybill;
    QString courier;
    Instant dispatchedAt;
    QString badge;
    QString operatorName;
    QString bench;
    std::optional<DispatchWindow> window;
    bool inGoal = true;
    bool inLimit = true;
    QString lateReason; ///< stable word, empty when in the limit

    bool operator==(const DispatchRecord&) const = default;
};

} // namespace packbench
