#pragma once

#include <QString>

#include <ostream>

QT_BEGIN_NAMESPACE

/// So that a failed comparison shows text, not code units.
inline void PrintTo(const QString& text, std::ostream* out) {
    *out << '"' << text.toStdString() << '"';
}

QT_END_NAMESPACE
