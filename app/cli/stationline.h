#pragma once

#include <QString>

namespace packbench {

/// One line of what `packctl station` reads: a code as a scanner sends it, or a JSON object that
/// carries a key, so that a program may send it again:
///   {"key":"0199…","scan":"6901234500868"}
///   {"key":"0199…","act":"print-again","copy":12,"reason":"smudged"}
///   {"key":"0199…","act":"cancel-label","copy":12}
struct StationLine {
    enum class Act { Scan, PrintAgain, CancelLabel };
    Act act = Act::Scan;
    QString key;
    QString text;
    qint64 copy = 0;
    QString reason;
};

/// What is no such object is a code, whatever it looks like.
[[nodiscard]] StationLine stationLine(const QString& line);

} // namespace packbench
