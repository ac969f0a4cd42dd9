#pragma once

#include "shipping/instant.h"

#include <QDate>
#include <QString>

#include <ostream>

// What a failed comparison shows.
inline void PrintTo(const QString& text, std::ostream* out) {
    *out << '"' << text.toStdString() << '"';
}
inline void PrintTo(const QDate& date, std::ostream* out) {
    *out << date.toString(Qt::ISODate).toStdString();
}

namespace packbench {
inline void PrintTo(const Instant& at, std::ostream* out) {
    *out << isoText(at, QTimeZone("Asia/Shanghai")).toStdString();
}
} // namespace packbench
