#pragma once

#include <QByteArray>
#include <QString>

namespace packbench {

/// Writes a file whole and for good, or not at all: what was there before stays then. @returns why
/// not, empty when it is written.
[[nodiscard]] QString writeWholeFile(const QString& path, const QByteArray& bytes);

} // namespace packbench
