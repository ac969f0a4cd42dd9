#pragma once

#include "drivers/printer.h"

namespace packbench {

/// A tape's first lines, "# name value": everything the bytes of a label and the course of a
/// conversation depend on, so that both come out again without the printer.
struct TapeHead {
    PrinterDescription printer; ///< without its state and problem
    bool isTwoWay = true;
    bool keepsBack = false;

    bool operator==(const TapeHead&) const = default;
};

[[nodiscard]] QByteArray textOf(const TapeHead& head);

/// Whether a file begins as `textOf` begins it.
[[nodiscard]] bool hasTapeHead(const QByteArray& file);

/// Takes one line that begins with #. False: a known name with a value that cannot be; a name that
/// is not known is a remark.
[[nodiscard]] bool takeHeadLine(TapeHead& head, const QByteArray& line);

} // namespace packbench
