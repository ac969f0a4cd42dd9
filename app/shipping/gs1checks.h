#pragma once

#include "shipping/gs1.h"

#include <QStringView>

#include <string_view>

namespace packbench {

/// Character set 82, 39, digits or base64url, by the dictionary's letter.
[[nodiscard]] bool fitsGs1CharacterSet(QStringView text, char set);

/// Judges one component's content by the check the dictionary names; None for a good one.
[[nodiscard]] Gs1Problem judgeGs1Content(QStringView text, std::string_view check);

} // namespace packbench
