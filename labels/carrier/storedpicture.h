#pragma once

#include <QByteArray>
#include <QImage>

namespace packbench {

/// A BMP or PCX file as a sheet, black where it is darker than half grey; null when it is none or
/// has more dots than `most`.
[[nodiscard]] QImage bmpSheet(const QByteArray& file, QSize most);
[[nodiscard]] QImage pcxSheet(const QByteArray& file, QSize most);

/// The raw bytes of TSPL's BITMAP and EPL2's GW, which burn where a bit is 0; all of them there.
[[nodiscard]] QImage burntSheet(const QByteArray& bytes, int rowBytes, int rows);

} // namespace packbench
