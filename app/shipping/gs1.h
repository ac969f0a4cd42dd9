#pragma once

#include <QList>
#include <QString>

namespace packbench {

/// One application identifier and its value.
struct Gs1Element {
    QString ai; ///< "01", "10", "3103"
    QString value;

    bool operator==(const Gs1Element&) const = default;
};

enum class Gs1Problem {
    None,
    NotGs1,
    UnknownAi,
    BadLength,
    BadCharacter,
    BadCheckDigit,
    BadDate,
    Contradiction ///< one identifier twice, with different values
};

struct Gs1Message {
    QList<Gs1Element> elements; ///< all that were good before the problem
    Gs1Problem problem = Gs1Problem::None;
    QString problemAt; ///< the identifier the problem is with

    [[nodiscard]] QString value(const QString& ai) const; ///< empty when absent
    bool operator==(const Gs1Message&) const = default;
};

/// Reads a GS1 element string: FNC1 between fields is GS (0x1D). Bracketed text
/// "(01)06901234…(10)A1" is taken too. Source of the table: GS1 Syntax Dictionary 2026-07.
[[nodiscard]] Gs1Message readGs1(const QString& text);

[[nodiscard]] QString word(Gs1Problem problem);

} // namespace packbench
