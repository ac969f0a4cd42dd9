#pragma once

#include "bench/snapshot.h"
#include "ledger/records.h"

#include <QList>
#include <QMetaType>

namespace packbench {

/// One row of the due board.
struct DueRow {
    OrderKey key;
    QString shop; ///< for people
    int pieces = 0;
    int done = 0;
    QString courier; ///< key
    Instant paidAt;
    DispatchWindow window;
    Instant waveAt;
    DueState state = DueState::Due;
    QString situation; ///< stable word: "held", "packing", "packed", "open"
    QList<Hold> holds;

    bool operator==(const DueRow&) const = default;
};

/// Orders whose goal falls into one clock hour, for the bar chart.
struct DueHour {
    Instant hour;
    int orders = 0;
    bool operator==(const DueHour&) const = default;
};

struct DueBoard {
    Instant now;
    QList<DueRow> rows;   ///< overdue first, then late, then by limit
    int overdue = 0;      ///< past the limit
    int late = 0;         ///< past the goal
    QList<DueHour> hours; ///< from the current hour on, 8 entries
    int packedThisHour = 0;
    bool operator==(const DueBoard&) const = default;
};

/// One row of the labels page.
struct LabelRow {
    qint64 copyId = 0;
    OrderKey key;
    QString waybill;
    QString courier;
    QString state; ///< word(CopyState), or "dispatched"
    QString cause;
    int copyNo = 1;
    QString badge;
    QString reason;
    Instant preparedAt;
    QByteArray png;
    bool mayPrintAgain = false;
    bool mayCancel = false; ///< nothing of it has left yet
    bool mayRedo = false;   ///< its number may be given up for another: a supervisor's act
    bool mayExtend = false; ///< its order may have one more carton
    int carton = 1;
    int cartons = 1;
    QString evidence{};  ///< word(LabelEvidence)
    qint64 cameOut = -1; ///< labels that the printer counted for it; -1 = it does not tell
    bool isOurs = false; ///< drawn here from a template, not a ready-made one
    bool operator==(const LabelRow&) const = default;
};

/// A ready-made label that came in and waits for a person.
struct InboxRow {
    qint64 id = 0;
    QString source;
    Instant arrivedAt;
    QString state; ///< word(IncomingState)
    Notice notice; ///< why it waits, and what to do
    QString waybill;
    OrderKey key; ///< empty where no order is known
    int arrivals = 1;
    QByteArray png;
    bool mayUse = false;  ///< it may be taken in place of the order's other one
    bool mayName = false; ///< a person may say its order
    bool operator==(const InboxRow&) const = default;
};

/// The labels of the orders that are due, tried before anybody packs them.
struct AheadRow {
    OrderKey key;
    QString text; ///< a sentence of the label readers: labelWords says it in the person's language
    bool stops = false; ///< it cannot be printed; else it is only worth a look
    bool operator==(const AheadRow&) const = default;
};
struct AheadBoard {
    int total = 0;   ///< labels that are drawn here
    int done = 0;    ///< of them
    int stopped = 0; ///< of those: cannot be printed
    int leftOut = 0; ///< orders whose label is not drawn here, or is out already
    bool isRunning = false;
    bool isCancelled = false;
    QList<AheadRow> rows; ///< the first ones with findings
    bool operator==(const AheadBoard&) const = default;
};

/// One row of the devices page.
struct DeviceRow {
    QString id;
    QString kind; ///< "printer", "scanner", "scale", "keyboard", "ledger", "sound"
    QString model;
    QString language;  ///< printers
    QString transport; ///< "usb", "virtual", "wedge", "sqlite", …
    QString state;     ///< stable word: "ready", "paper-out", "unplugged", …
    Lamp lamp = Lamp::Absent;
    QString detail;            ///< a sentence, English, for packctl; screens use `state`
    bool isUsed = false;       ///< the bench's own printer
    QStringList warnings{};    ///< what does not stop it yet, stable words: "clean-head" …
    int labelsRemaining = -1;  ///< printers: still to come of what it was sent; -1 = not told
    int dotsPerMm = 0;         ///< printers
    bool mayCalibrate = false; ///< printers: the language has a command for it
    bool asksLanguage = false; ///< printers: a person may say the language
    QString likelyLanguage{};  ///< printers: not known, but this one is likely
    QString lastScan{};        ///< scanners: the last code, as the bench took it
    QString lastRaw{};         ///< and as it came, control characters named, "‹CR›"
    QString lastAim{};         ///< its AIM id, empty where the scanner does not say
    int grams = -1;            ///< scales: what stands still on it; -1 = nothing does
    bool operator==(const DeviceRow&) const = default;
};

/// What became of one imported file.
struct ImportRefusal {
    int line = 0;
    QString order;
    QString reason; ///< stable word
    QString text;
    bool operator==(const ImportRefusal&) const = default;
};
struct ImportReport {
    QString file;
    QString format;
    QString encoding;
    int accepted = 0;
    int updated = 0;
    int unchanged = 0;
    int refused = 0;
    QList<ImportRefusal> refusals;
    QStringList unknownColumns;
    bool operator==(const ImportReport&) const = default;
};

} // namespace packbench

Q_DECLARE_METATYPE(packbench::DueBoard)
Q_DECLARE_METATYPE(packbench::ImportReport)
Q_DECLARE_METATYPE(packbench::AheadBoard)
Q_DECLARE_METATYPE(QList<packbench::LabelRow>)
Q_DECLARE_METATYPE(QList<packbench::DeviceRow>)
Q_DECLARE_METATYPE(QList<packbench::InboxRow>)
