#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace packbench {

enum class Language { Chinese, English };

/// Everything the bench can say to a person. Words for each, in both languages: notice.cpp, one
/// table.
enum class NoticeCode {
    None,
    // your turn
    ScanBadge,
    ScanOrder,
    ScanSerial,
    ScanLabelOnParcel,
    ScanReason,
    ScanOrderOfLabel,
    ScanCarrierLabel,
    // went well
    SignedOn,
    SignedOff,
    OrderOpened,
    PieceCounted,
    LineComplete,
    OrderComplete,
    LabelPrinted,
    LabelBound,
    LabelCancelled,
    LabelNotThere,
    LabelDropped,
    NumberRedone,
    ExtraParcelAdded,
    CartonTakenBack,
    PrinterLanguageSaid,
    Dispatched,
    RemarkConfirmed,
    ScanTakenBack,
    SetAside,
    QuantityNext,
    SingleItemOn,
    SingleItemOff,
    RepeatIgnored,
    ScanHeld,
    Released,
    ReasonNoted,
    ToteAssigned,
    NothingToDo,
    // look
    ConfirmRemark,
    // refused
    WrongItem,
    TooMany,
    UnknownCode,
    BadCheckDigit,
    SerialUsed,
    SerialNeeded,
    OrderHeld,
    OrderCancelled,
    AlreadyPacked,
    OrderUnpaid,
    NotSignedOn,
    UnknownBadge,
    NoOrderNeedsIt,
    OrderNotFound,
    SeveralOrders,
    AddressMasked,
    NoWaybill,
    NumbersInQuarantine,
    LabelNotProofed,
    LabelTooWide,
    PrinterLanguageUnknown,
    WrongLabel,
    NumberTaken,
    OrderChanged,
    LabelNotPrinted,
    OldCopy,
    VoidCopy,
    ForgedMark,
    ScanSquareCode,
    DestroyOldLabel,
    NumberGivenUp,
    NumberInQuarantine,
    RedoTooLate,
    ParcelsMissing,
    TwoCameOut,
    OtherOrderOpen,
    NothingToUndo,
    NoOrderOpen,
    LabelFirst,
    RemarkFirst,
    NotAllowed,
    ReasonMissing,
    ScanNotUnderstood,
    // scans and acts that come with a key
    KeyReused,
    KeyTooOld,
    KeyNotUnderstood,
    ScanParked,
    AnsweredBefore,
    // ready-made labels
    InboxMatched,
    InboxUsed,
    InboxDiscarded,
    InboxNoOrder,
    InboxSeveralOrders,
    InboxOtherOrder,
    InboxNumberDiffers,
    InboxSeveralNumbers,
    InboxNoNumber,
    InboxDoubled,
    InboxSeveralParcels,
    InboxHasLabel,
    InboxNoCode,
    InboxCut,
    InboxNotDrawn,
    InboxTooLarge,
    InboxFull,
    InboxNotListening,
    ShopLabelMissing,
    // the ledger is looked after
    BackupFailed,
    DiskLow,
    DiskNoRoom,
    LedgerRestored,
    ScansTooFast,
    TooManyHeld,
    ScansNotCounted,
    // device
    PrinterWaits,
    PrinterGone,
    LabelInDoubt,
    LabelCancelling,
    LabelSentAlready,
    LedgerChecking,
    // gate, hand-over to the courier, clock
    GateIsOpen,
    GateIsOff,
    GateWaitsForLabel,
    GateWaitsForBox,
    GateAgain,
    BoxAssigned,
    ClockConfirmed,
    HandoverOpened,
    HandoverTaken,
    HandoverClosed,
    GateUnknownBox,
    GateUnknownLabel,
    GateIdentity,
    GateWrongBox,
    GateWrongLabel,
    GateNumberVoid,
    GateOldCopy,
    GateAlreadyGone,
    GateCancelled,
    GateHeld,
    GateNotBound,
    GateMarkNeeded,
    GateChanged,
    BoxTaken,
    ClockBehind,
    ClockStepped,
    HandoverUnknown,
    HandoverNotGone,
    HandoverOtherCourier,
    HandoverOnList,
    HandoverOldCopy,
    HandoverCount,
    SheetWritten,
    SheetNotWritten,
    // the world broke: the bench stops
    LedgerFull,
    LedgerDamaged,
    LedgerInDoubt,
    LedgerAway,
    FileFault,
    LedgerFault
};

/// One thing to say: what, about what. The words come from the table, per language.
struct Notice {
    NoticeCode code = NoticeCode::None;
    QStringList arguments;

    bool operator==(const Notice&) const = default;
};

/// One sentence: what happened.
[[nodiscard]] QString words(const Notice& notice, Language language);
/// What to do next, one entry per step; may be empty.
[[nodiscard]] QStringList steps(const Notice& notice, Language language);

} // namespace packbench
