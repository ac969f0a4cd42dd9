#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>

namespace packbench::test {

/// A film of these pictures, 25 a second, as Motion JPEG in an AVI file: RIFF and OpenDML need no
/// encoder beside Qt's own JPEG. All pictures have one size.
[[nodiscard]] QByteArray film(const QList<QImage>& pictures);

} // namespace packbench::test
