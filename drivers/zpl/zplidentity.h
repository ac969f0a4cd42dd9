#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace packbench {

/// What a printer that speaks ZPL says of itself when it is asked ~HI.
struct ZplIdentity {
    QString model;
    QString firmware;
    int dotsPerMm = 0; ///< 0: neither its third field nor its model tells

    bool operator==(const ZplIdentity&) const = default;
};

/// Reads `STX MODEL,VERSION,DPMM,MEMORY[,…] ETX`. Some firmware tells dpi in place of dots/mm, the
/// memory may have a unit, and CR LF may be missing. Nothing: it is no such answer.
[[nodiscard]] std::optional<ZplIdentity> zplIdentityFrom(const QByteArray& answer);

} // namespace packbench
