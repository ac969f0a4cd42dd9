#include "shipping/gaterule.h"

#include "shipping/wordtable.h"

#include <QStringList>

#include <array>

namespace packbench {

namespace {

constexpr WordTable<GateVerdict, 11> kVerdictWords{{
    {GateVerdict::Pass, "dispatched"},
    {GateVerdict::WrongBox, "wrong-box"},
    {GateVerdict::WrongLabel, "wrong-label"},
    {GateVerdict::OldCopy, "old-copy"},
    {GateVerdict::AlreadyGone, "already-dispatched"},
    {GateVerdict::Cancelled, "cancelled"},
    {GateVerdict::Held, "held"},
    {GateVerdict::NumberVoid, "number-void"},
    {GateVerdict::NotBound, "not-bound"},
    {GateVerdict::MarkNeeded, "scan-mark"},
    {GateVerdict::CartonMissing, "parcels-missing"},
}};

constexpr WordTable<BoxIdentity, 3> kIdentityWords{{
    {BoxIdentity::Tote, "tote"},
    {BoxIdentity::Slip, "slip"},
    {BoxIdentity::Box, "box"},
}};

bool isWrongBox(const GateFacts& facts) {
    return facts.boxOrder == 0 || facts.boxOrder != facts.labelOrder;
}

bool isWrongLabel(const GateFacts& facts) {
    return facts.isForged || (facts.markedParcel && *facts.markedParcel != facts.labelParcel);
}

/// A mark of a copy that nobody printed here is no copy of ours either.
bool isOldCopy(const GateFacts& facts) {
    return facts.markedCopy && *facts.markedCopy != facts.currentCopy;
}

bool isGone(const GateFacts& facts) {
    return facts.isDispatched || facts.number == WaybillState::Dispatched;
}

bool isCancelled(const GateFacts& facts) {
    return facts.order == OrderState::Cancelled;
}

bool isHeld(const GateFacts& facts) {
    return facts.isHeld;
}

bool lacksCarton(const GateFacts& facts) {
    return facts.missingCartons > 0;
}

bool isVoid(const GateFacts& facts) {
    return facts.number == WaybillState::Void;
}

bool isUnbound(const GateFacts& facts) {
    const bool labelIsBound = facts.currentCopy == 0 || facts.copyIsBound;
    return facts.number != WaybillState::Bound || !labelIsBound ||
           facts.order != OrderState::Packed;
}

/// The number alone stands on every copy.
bool needsMark(const GateFacts& facts) {
    return facts.currentCopy > 1 && facts.hasMark && !facts.markedCopy;
}

struct Check {
    GateVerdict verdict;
    bool (*applies)(const GateFacts&);
};

// Whose box this is comes first: of another parcel nothing else is worth saying.
constexpr std::array kChecks{
    Check{GateVerdict::WrongBox, isWrongBox},  Check{GateVerdict::WrongLabel, isWrongLabel},
    Check{GateVerdict::NumberVoid, isVoid},    Check{GateVerdict::OldCopy, isOldCopy},
    Check{GateVerdict::AlreadyGone, isGone},   Check{GateVerdict::Cancelled, isCancelled},
    Check{GateVerdict::Held, isHeld},          Check{GateVerdict::NotBound, isUnbound},
    Check{GateVerdict::MarkNeeded, needsMark}, Check{GateVerdict::CartonMissing, lacksCarton},
};

} // namespace

GateVerdict gateVerdict(const GateFacts& facts) {
    for (const Check& check : kChecks) {
        if (check.applies(facts))
            return check.verdict;
    }
    return GateVerdict::Pass;
}

QString word(GateVerdict verdict) {
    return kVerdictWords.word(verdict);
}

QString word(BoxIdentity identity) {
    return kIdentityWords.word(identity);
}

std::optional<QSet<BoxIdentity>> boxIdentitiesFrom(const QString& text) {
    QSet<BoxIdentity> identities;
    for (const QString& one : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto identity = kIdentityWords.value(one);
        if (!identity)
            return std::nullopt;
        identities.insert(*identity);
    }
    return identities.isEmpty() ? std::nullopt : std::optional(identities);
}

} // namespace packbench
