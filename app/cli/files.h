#pragma once

#include <QByteArray>
#include <QString>

namespace packbench {

// Files named on the command line; FileError when they cannot be read or written.

/// The whole file; refused when it is larger than `most` bytes.
[[nodiscard]] QByteArray readFile(const QString& path, qint64 most);
/// Replaces the file as a whole or leaves it as it was.
void saveFile(const QString& path, const QByteArray& bytes);

} // namespace packbench
