#pragma once

#include <QString>

#include <optional>

namespace packbench {

/// The mod-10 check digit of EAN, UPC, ITF-14 and SSCC (GS1 General Specifications, 7.9):
/// from the right, weights 3 and 1 alternating.
[[nodiscard]] bool hasValidCheckDigit(const QString& digits);

/// `digits` (all but the check digit) with its check digit appended.
[[nodiscard]] QString withCheckDigit(const QString& digits);

/// GTIN-8, -12, -13 and -14 are one number space: padded with zeros to 14 digits.
/// Nothing when the text is not 8, 12, 13 or 14 digits, its check digit is wrong, or it is zeros
/// alone (a placeholder of many catalogues).
[[nodiscard]] std::optional<QString> gtin14(const QString& text);

/// UPC-E (8 digits with number system 0 or 1 and check digit) as UPC-A, 12 digits.
[[nodiscard]] std::optional<QString> upcAFromUpcE(const QString& upcE);

} // namespace packbench
