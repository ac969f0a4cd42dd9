#pragma once

#include <QStringList>

namespace packbench {

/// Every sentence that the sources in a folder (and below) can say to a person, places as %1, %2.
/// @param without a part of the path of files that are left out
[[nodiscard]] QStringList sentencesOfSources(const QString& folder, const QString& without = {});

} // namespace packbench
