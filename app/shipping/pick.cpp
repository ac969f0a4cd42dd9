#include "shipping/pick.h"

#include "shipping/wordtable.h"

#include <algorithm>
#include <limits>

namespace packbench {

namespace {

constexpr WordTable<PickOutcome, 7> kOutcomes{{
    {PickOutcome::Accepted, "accepted"},
    {PickOutcome::LineComplete, "line-complete"},
    {PickOutcome::OrderComplete, "order-complete"},
    {PickOutcome::WrongItem, "wrong-item"},
    {PickOutcome::TooMany, "too-many"},
    {PickOutcome::SerialNeeded, "serial-needed"},
    {PickOutcome::SerialUsed, "serial-used"},
}};

/// A line that a candidate fits, and what the scan would count on it.
struct Fit {
    int line = -1;
    int pieces = 0;
    bool asksSerial = false;
};

int piecesOf(const ItemMatch& match, int multiplier, bool asksSerial) {
    if (asksSerial)
        return 1;
    const qint64 pieces = qint64(std::max(1, match.pieces)) * std::max(1, multiplier);
    return int(std::min<qint64>(pieces, std::numeric_limits<int>::max()));
}

QList<Fit> fitsOf(const QList<LineProgress>& lines, const PickOffer& offer) {
    QList<Fit> fits;
    for (int i = 0; i < int(lines.size()); ++i) {
        for (const ItemMatch& match : offer.candidates) {
            if (match.item.sku != lines.at(i).sku)
                continue;
            const bool asksSerial = lines.at(i).asksSerial || match.item.asksSerial;
            fits << Fit{i, piecesOf(match, offer.multiplier, asksSerial), asksSerial};
        }
    }
    return fits;
}

/// Of the fits without room, the one to name: a line still open before one that is full.
Fit offendedOf(const QList<Fit>& fits, const QList<LineProgress>& lines) {
    const auto open = std::find_if(fits.begin(), fits.end(),
                                   [&](const Fit& fit) { return lines[fit.line].missing() > 0; });
    return open != fits.end() ? *open : fits.first();
}

PickOutcome outcomeOf(const QList<LineProgress>& lines, const Fit& fit) {
    if (lines.at(fit.line).missing() > fit.pieces)
        return PickOutcome::Accepted;
    for (int i = 0; i < int(lines.size()); ++i) {
        if (i != fit.line && lines.at(i).missing() > 0)
            return PickOutcome::LineComplete;
    }
    return PickOutcome::OrderComplete;
}

} // namespace

PickVerdict judgePick(const QList<LineProgress>& lines, const PickOffer& offer) {
    Q_ASSERT(!offer.candidates.isEmpty());
    const QList<Fit> fits = fitsOf(lines, offer);
    if (fits.isEmpty()) {
        const ItemMatch first = offer.candidates.value(0);
        return {PickOutcome::WrongItem, -1,
                piecesOf(first, offer.multiplier, first.item.asksSerial)};
    }
    const auto fit = std::find_if(fits.begin(), fits.end(), [&](const Fit& each) {
        return lines.at(each.line).missing() >= each.pieces;
    });
    if (fit == fits.end()) {
        const Fit offended = offendedOf(fits, lines);
        return {PickOutcome::TooMany, offended.line, offended.pieces};
    }
    if (fit->asksSerial && offer.serial.isEmpty())
        return {PickOutcome::SerialNeeded, fit->line, fit->pieces};
    if (fit->asksSerial && offer.serialUsed)
        return {PickOutcome::SerialUsed, fit->line, fit->pieces};
    return {outcomeOf(lines, *fit), fit->line, fit->pieces};
}

QString word(PickOutcome outcome) {
    return kOutcomes.word(outcome);
}

} // namespace packbench
