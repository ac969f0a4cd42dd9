#pragma once

#include <QByteArray>

#include <optional>

namespace packbench {

struct ZplGraphic {
    int bytesPerRow = 0;
    QByteArray bits;
};

/// Reads the parameters of ^GF, from the type letter on. Nothing when the sizes, the check sum or
/// the data are wrong.
[[nodiscard]] std::optional<ZplGraphic> readZplGraphic(const QByteArray& parameters);

} // namespace packbench
