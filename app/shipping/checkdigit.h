#pragma once

#include <QStringView>

namespace packbench {

/// How a courier protects its numbers. Source of the methods: jkeen/tracking_number_data
/// b79ce4bf (2026-08-17, MIT), CHECKSUM_ALGORITHMS.md; S10: UPU standard S10.
enum class CheckMethod {
    None,
    Mod10Weights31, ///< from the left 3, 1, 3, …
    Mod10Weights13, ///< from the left 1, 3, 1, …
    Mod10Weights12, ///< from the left 1, 2, 1, …; letters count (code − 3) mod 10
    Mod10Reversed,  ///< from the right 3, 1, 3, …
    Mod10After4,    ///< 1, 2, 1, … with a 4 put in front (OnTrac C)
    Mod10After5,    ///< 1, 2, 1, … with a 5 put in front (OnTrac D)
    Mod10After91,   ///< 3, 1, 3, … with 91 put in front (USPS labels that leave it out)
    Mod7,           ///< the number itself modulo 7
    Luhn,
    Mod37_36,     ///< ISO 7064 with letters, as DPD uses it
    FedExExpress, ///< weights 3 1 7, modulo 11, then 10
    FedExGround,  ///< weights 1 7 3, modulo 11, then 10
    S10
};

/// Whether `check` is the check character of `body`.
[[nodiscard]] bool checkHolds(CheckMethod method, QStringView body, QChar check);

} // namespace packbench
