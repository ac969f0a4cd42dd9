#pragma once

#include "bench/notice.h"
#include "shipping/dispatchwindow.h"
#include "shipping/item.h"
#include "shipping/remark.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace packbench {

/// What fills the right third (design/mockups, table "Verdicts").
enum class Verdict { None, Accepted, Done, YourTurn, Wrong, TooMany, Unknown, Stop, Look, Wait };

/// What the bench is waiting for.
enum class Stage {
    SignedOff, ///< a badge
    Idle,      ///< an order (slip, tote, waybill; in single-item mode an item)
    Packing,   ///< items
    Remark,    ///< the confirmation of remarks
    Printing,  ///< the printer
    ScanLabel  ///< the label on the parcel
};

/// Something with a picture and properties, as screens show it.
struct ShownItem {
    QString sku;
    QString title;
    QList<SpecPart> spec;
    QString bin;
    QString picture;  ///< file name, may be empty
    QString codeTail; ///< last four characters of its code

    bool operator==(const ShownItem&) const = default;
};

struct ShownLine {
    ShownItem item;
    int required = 0;
    int done = 0;
    bool asksSerial = false;
    bool isOpen = false; ///< the one shown large: last counted with room, else first with room

    bool operator==(const ShownLine&) const = default;
};

struct ShownOrder {
    QString shop; ///< for people
    QString number;
    QString recipient; ///< masked
    QString place;     ///< province and city
    QString courier;   ///< key
    int carton = 1;
    int cartons = 1;
    int required = 0; ///< pieces
    int done = 0;
    QList<ShownLine> lines;
    QList<Remark> remarks; ///< that still have to be confirmed
    std::optional<DispatchWindow> window;

    bool operator==(const ShownOrder&) const = default;
};

/// A refusal that stands until the right scan or the acknowledge card.
struct ShownRefusal {
    Notice notice;
    QString scanned;                   ///< the code, as scanned
    std::optional<ShownItem> got;      ///< what it is, where the catalogue knows
    std::optional<ShownItem> expected; ///< the open line's item
    QStringList differing;             ///< names of spec parts that differ ("颜色分类")

    bool operator==(const ShownRefusal&) const = default;
};

struct ShownLabel {
    qint64 copyId = 0;
    QString waybill;
    QString courier;
    QString state; ///< word(CopyState)
    QString cause; ///< word(PrinterState) or empty
    QByteArray png;
    int copyNo = 1;
    bool confirmedByPrinter = false; ///< the printer said it is idle with nothing pending
    QString evidence{};              ///< word(LabelEvidence): how it is known that it came out

    bool operator==(const ShownLabel&) const = default;
};

/// State of a device lamp in the top strip.
enum class Lamp { Ready, Look, Waiting, Stop, Absent };

struct ShownStrip {
    QString bench;
    QString operatorName;
    QString badge;
    bool isSupervisor = false;          ///< the person signed on
    std::optional<Instant> nextLimitAt; ///< earliest limit of what is open
    std::optional<Instant> nextWaveAt;
    int waveLeft = 0; ///< orders of the next wave not dispatched yet
    int waveTotal = 0;
    Lamp printer = Lamp::Absent;
    Lamp scanner = Lamp::Absent;
    Lamp scale = Lamp::Absent;
    Lamp ledger = Lamp::Ready;

    bool operator==(const ShownStrip&) const = default;
};

/// Everything the packing page shows: a value, made anew after every scan.
struct StationSnapshot {
    quint64 serial = 0;    ///< rises by one with every snapshot
    qint64 scanSerial = 0; ///< which scan this answers, 0 = none (device event, clock)
    Stage stage = Stage::SignedOff;
    Verdict verdict = Verdict::None;
    Notice notice; ///< what the panel says
    std::optional<ShownOrder> order;
    std::optional<ShownRefusal> refusal;
    std::optional<ShownLabel> label;
    QStringList heldScans;  ///< codes held while the refusal stands, oldest first, some of them
    int heldCount = 0;      ///< all of them
    int waitingScans = 0;   ///< scans that came and are not judged yet
    int repeatsIgnored = 0; ///< repeats within the repeat gap since the last verdict
    int nextQuantity = 1;   ///< QTY command waiting for its item
    bool singleItemMode = false;
    bool canUndo = false;
    QString lastParcel; ///< waybill of the parcel before, empty = none
    QString lastParcelCourier;
    QString lastParcelState; ///< word(CopyState) or "dispatched"
    ShownStrip strip;

    bool operator==(const StationSnapshot&) const = default;
};

} // namespace packbench

Q_DECLARE_METATYPE(packbench::StationSnapshot)
