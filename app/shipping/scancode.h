#pragma once

#include "shipping/gs1.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace packbench {

/// What a scanned code claims to be, judged by its form alone. The bench then looks it up:
/// a 13-digit Item may turn out to be a waybill, an Unknown an order number or a shop's own code.
enum class ScanKind { Item, Slip, Tote, Waybill, Badge, Bin, Basket, Box, Command, Unknown };

/// The command cards.
enum class Command {
    None,
    Acknowledge, ///< releases a refusal
    Confirm,     ///< "I have read it": confirms remarks
    Undo,        ///< takes back the last counted scan
    Quantity,    ///< the next item scan counts n pieces
    SingleItem,  ///< single-item mode on / off
    SetAside,    ///< closes the open order, keeps what was scanned
    PrintAgain,  ///< same number, next copy; asks for a reason card
    Redo,        ///< gives the number up, another one; asks for a reason card
    ExtraParcel, ///< one more carton of the order; asks for a reason card
    NothingCame, ///< "no label came out"
    CancelLabel, ///< gives up a label of which nothing has left
    SayLanguage, ///< the bench's printer speaks the language in `argument`
    Reason,      ///< a reason card: the word is in `argument`
    Gate,        ///< scans go to the dispatch gate, and back to the bench
    DayEnd,      ///< the day-end page, where parcels are scanned onto the vehicle
    ClockRight,  ///< a supervisor says that the clock is right
    SignOff
};

/// A courier a waybill number may belong to; detection proposes, it never decides.
struct CourierProposal {
    QString courier;       ///< key, e.g. "sf"
    bool reliable = false; ///< its form alone decides: a prefix, or a shape whose digit holds
    bool checked = false;  ///< a check digit was verified
    bool operator==(const CourierProposal&) const = default;
};

struct ScanCode {
    QString text; ///< as scanned, AIM id, prefix and suffix removed
    QString aim;  ///< "]C1" where the scanner sends it
    ScanKind kind = ScanKind::Unknown;
    Command command = Command::None;
    QString argument; ///< badge number, tote, box, bin, slip's order number, reason word, printer
                      ///< language
    QString gtin;     ///< 14 digits, where the code is or holds one
    int quantity = 1; ///< count in the code (AI 30/37) or of the QTY command
    QString serial;   ///< AI 21
    QString lot;      ///< AI 10
    QList<Gs1Element> ais;
    QList<CourierProposal> couriers; ///< best first
    /// Stable word, empty for none: "bad-check-digit", "bad-length", "bad-character", "bad-date",
    /// "bad-quantity", "unknown-ai", "not-gs1", "contradiction", "control-character", "too-long",
    /// "empty", "add-on" (of a book, scanned alone), "empty-code" and "unknown-command" (ours).
    QString problem;

    bool operator==(const ScanCode&) const = default;
};

/// Says what a scan claims to be. `aim` may be empty; an AIM id in front of the text is taken off.
///
/// Packbench's own codes, all printable by any Code 128 printer and safe on any keyboard layout:
///   PBU-0417 badge · PBS-<order number> slip · PBT-12 tote · PBL-B-03-2 bin · PBK-7 basket ·
///   PBX-71 box · PBC-OK PBC-CONFIRM PBC-UNDO PBC-QTY-5 (also "QTY 5") PBC-SINGLE PBC-ASIDE
///   PBC-AGAIN PBC-REDO PBC-EXTRA PBC-NONE PBC-CANCEL PBC-GATE PBC-DAY PBC-CLOCK PBC-OFF
///   PBR-<word> reason
///   PBC-ZPL PBC-TSPL PBC-EPL2 PBC-CPCL PBC-ESCPOS
/// They are compared without case: a scanner behind CapsLock types them in the wrong one. So badge,
/// tote, box, bin and basket come back in capitals, a reason in small letters; a slip's order
/// number stays as it was scanned.
[[nodiscard]] ScanCode classify(const QString& text, const QString& aim = {});

[[nodiscard]] QString word(ScanKind kind);

} // namespace packbench
