#pragma once

#include "shipping/order.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace packbench {

/// Why a row, an order or a whole file was not taken. Stable words, see `word`.
enum class RefusalReason {
    MissingField,
    BadQuantity,
    BadTime,
    JoinedRow,
    Duplicate,
    DamagedNumber,
    LabelExists,
    UnknownOrder,
    UnknownItem,
    MaskedAddress,
    BadCode,
    OtherCourier,
    UnknownState,  ///< the shop's status text is none that is known
    Contradiction, ///< rows of one order tell different things
    // whole file
    NotATable,
    UnknownFormat,
    BadEncoding,
    TooLarge,
    CutOff,
    Missing,
    Stopped ///< by the person, through OrderSink::progress
};
[[nodiscard]] QString word(RefusalReason reason);

/// One thing refused, or taken with something a person must know (JoinedRow, MaskedAddress and
/// UnknownItem say so of an order that did come in, held).
struct Refusal {
    int line = 0;  ///< line in the file where the record begins, 1 = first; 0 = the file as a whole
    QString order; ///< order number (or SKU, waybill), empty when unknown
    RefusalReason reason = RefusalReason::MissingField;
    QString text; ///< one English sentence: what it is, what it means, what to do

    bool operator==(const Refusal&) const = default;
};

/// One order of a file. Taobao tells an order in two files: list (HeadOnly) and details
/// (LinesOnly).
struct FileOrder {
    enum class Part { Whole, HeadOnly, LinesOnly };
    Part part = Part::Whole;
    int line = 0;
    ShopOrder order;

    bool operator==(const FileOrder&) const = default;
};

/// Takes what a reader finds, in file order. `take` may be called before a later fault makes the
/// whole file unusable: the receiver keeps everything of one file in one transaction.
class OrderSink {
public:
    OrderSink() = default;
    OrderSink(const OrderSink&) = delete;
    OrderSink& operator=(const OrderSink&) = delete;
    virtual ~OrderSink() = default;
    virtual void take(const FileOrder& order) = 0;
    virtual void refuse(const Refusal& refusal) = 0;
    /// 0 … 1000, now and then; false = stop, nothing of the file is kept.
    [[nodiscard]] virtual bool progress(int permille) { return permille >= 0; }
};

/// What the file turned out to be.
struct FileVerdict {
    QString format;   ///< "taobao-list", "taobao-details", "jd", "pdd", "douyin", "shopify",
                      ///< "amazon", "ebay", "etsy", "woocommerce", "packbench"
    QString encoding; ///< "UTF-8", "UTF-8-BOM", "UTF-16LE", "UTF-16BE", "GB18030", "XLSX"
    std::optional<Refusal> whole; ///< set: nothing of this file may be kept
    QStringList unknownColumns;   ///< told to the user, never guessed at
};

/// How to read.
struct OrderReading {
    QString format = QStringLiteral("auto"); ///< a format's name, or found by content
    QString shop;                            ///< shop key; empty = the format's name ("taobao")
    QTimeZone zone;                          ///< of times that carry none
};

/// Reads one export: encoding and format by content, streaming, memory independent of the size.
[[nodiscard]] FileVerdict readOrders(const QString& path, const OrderReading& reading,
                                     OrderSink& sink);

/// Names accepted by OrderReading::format, without "auto".
[[nodiscard]] QStringList orderFormats();

} // namespace packbench
