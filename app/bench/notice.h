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
    LabelNotProofed,
    LabelTooWide,
    PrinterLanguageUnknown,
    WrongLabel,
    NumberTaken,
    OrderChanged,
    LabelNotPrinted,
    OldCopy,
    ForgedMark,
    ScanSquareCode,
    DestroyOldLabel,
    NumberGivenUp,
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
    // device
    PrinterWaits,
    PrinterGone,
    LabelInDoubt,
    LabelCancelling,
    LabelSentAlready,
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
