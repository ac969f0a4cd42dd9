#pragma once

#include <QByteArray>
#include <QString>

namespace packbench {

/// Text of a printer's code page ("437", "1252", "936", "utf-8"; a number is an IBM or Windows
/// one), byte by byte where it is broken; □ stands for what no character is. Unknown pages:
/// Latin 1.
[[nodiscard]] QString fromCodePage(const QByteArray& bytes, const QByteArray& page);

/// True when there is a table for that page.
[[nodiscard]] bool isKnownCodePage(const QByteArray& page);

} // namespace packbench
