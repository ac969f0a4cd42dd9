#pragma once

#include <QString>

namespace packbench {

/// What of a person may be shown (GB/T 41833-2022 and reliability facts, section 9).
/// Already masked values are returned as received.

/// At most the first 3 and last 2 digits, at least 6 hidden; 7 digits or fewer: all stars.
[[nodiscard]] QString maskedPhone(const QString& phone);
/// First character, one star for each other ("王**"); Latin names: first letter of each part.
[[nodiscard]] QString maskedName(const QString& name);
/// Province, city, district and street stay; building, unit, floor and room become "***".
[[nodiscard]] QString maskedStreet(const QString& street);

} // namespace packbench
