#include "shipping/labelstate.h"

#include "shipping/wordtable.h"

namespace packbench {

namespace {

constexpr WordTable<WaybillState, 5> kWaybillWords{{
    {WaybillState::Free, "free"},
    {WaybillState::Reserved, "reserved"},
    {WaybillState::Bound, "bound"},
    {WaybillState::Dispatched, "dispatched"},
    {WaybillState::Void, "void"},
}};

constexpr WordTable<CopyState, 8> kCopyWords{{
    {CopyState::Prepared, "prepared"},
    {CopyState::Sending, "sending"},
    {CopyState::Sent, "sent"},
    {CopyState::Printed, "printed"},
    {CopyState::Bound, "bound"},
    {CopyState::Uncertain, "uncertain"},
    {CopyState::FailedClean, "failed-clean"},
    {CopyState::Void, "void"},
}};

constexpr WordTable<IncomingState, 7> kIncomingWords{{
    {IncomingState::Matched, "matched"},
    {IncomingState::Unmatched, "unmatched"},
    {IncomingState::Doubled, "doubled"},
    {IncomingState::Unreadable, "unreadable"},
    {IncomingState::TooLarge, "too-large"},
    {IncomingState::Used, "used"},
    {IncomingState::Discarded, "discarded"},
}};

} // namespace

bool mayBecome(WaybillState from, WaybillState to) {
    using enum WaybillState;
    switch (from) {
    case Free: return to == Reserved || to == Void;
    case Reserved: return to == Bound || to == Void;
    // Back to Reserved when a bound label is damaged and a new copy is made (case C11).
    case Bound: return to == Dispatched || to == Reserved || to == Void;
    case Dispatched:
    case Void: return false;
    }
    Q_UNREACHABLE();
}

bool mayBecome(CopyState from, CopyState to) {
    using enum CopyState;
    switch (from) {
    case Prepared: return to == Sending || to == Void;
    // FailedClean only while nothing was submitted; once a transfer began, errors are Uncertain.
    case Sending: return to == Sent || to == Uncertain || to == FailedClean;
    case Sent: return to == Printed || to == Bound || to == Uncertain || to == Void;
    case Printed: return to == Bound || to == Void;
    case Uncertain: return to == Bound || to == Void;
    // Nothing has left: a person may still do without it.
    case FailedClean: return to == Prepared || to == Void;
    case Bound: return to == Void;
    case Void: return false;
    }
    Q_UNREACHABLE();
}

bool mayBecome(IncomingState from, IncomingState to) {
    using enum IncomingState;
    switch (from) {
    case Matched: return to == Used || to == Unmatched || to == Doubled || to == Discarded;
    case Unmatched: return to == Unmatched || to == Matched || to == Doubled || to == Discarded;
    case Doubled: return to == Matched || to == Discarded;
    // What no scanner reads is never put on a parcel.
    case Unreadable:
    case TooLarge: return to == Discarded;
    case Used:
    case Discarded: return false;
    }
    Q_UNREACHABLE();
}

QString word(WaybillState state) {
    return kWaybillWords.word(state);
}

QString word(CopyState state) {
    return kCopyWords.word(state);
}

std::optional<WaybillState> waybillStateFromWord(const QString& word) {
    return kWaybillWords.value(word);
}

std::optional<CopyState> copyStateFromWord(const QString& word) {
    return kCopyWords.value(word);
}

QString word(IncomingState state) {
    return kIncomingWords.word(state);
}

std::optional<IncomingState> incomingStateFromWord(const QString& word) {
    return kIncomingWords.value(word);
}

} // namespace packbench
