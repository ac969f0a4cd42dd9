#pragma once

#include "drivers/printer.h"

#include <gtest/gtest.h>

#include <ostream>

namespace packbench {

inline void PrintTo(PrinterState state, std::ostream* out) {
    *out << qPrintable(word(state));
}

} // namespace packbench

inline void PrintTo(const QString& text, std::ostream* out) {
    *out << qPrintable(text);
}
inline void PrintTo(const QByteArray& bytes, std::ostream* out) {
    *out << bytes.toPercentEncoding(" ,^~:;{}[]()/\"'!?=<>@").constData();
}
