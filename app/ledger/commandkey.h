#pragma once

#include "shipping/instant.h"

#include <QString>

#include <optional>

namespace packbench {

/// A key for one scan or one act, made before its first attempt: UUID version 7, which begins with
/// the time.
[[nodiscard]] QString newCommandKey(Instant now);
/// When it was made. Nothing when the text is no such key. "/2" behind it is its second part.
[[nodiscard]] std::optional<Instant> timeOfCommandKey(const QString& key);
/// The key of a part of what a key stands for: the nth file of an import. The first is the key.
[[nodiscard]] QString partOfCommandKey(const QString& key, int part);

} // namespace packbench
