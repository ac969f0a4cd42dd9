#pragma once

#include <QString>

namespace packbench {

/// How well a code is likely to scan, after the letters of ISO/IEC 15416: A is best, there is no E.
enum class CodeGrade { A, B, C, D, F };

/// "A" … "F".
[[nodiscard]] QString word(CodeGrade grade);

/// What our own reader found out about one code of a page.
struct CodeMeasure {
    /// How it reads at the page's resolution. Barely: only on the whole page or its half-size copy,
    /// not from its own place. InParts: not in every quarter of its height.
    enum class Read { No, Barely, InParts, Whole };
    Read read = Read::No;
    bool atHalf = false;   ///< also at half the resolution
    bool burnt = false;    ///< also with every black stroke one dot wider, as of a hot head
    bool faded = false;    ///< also with every black stroke one dot narrower, as of a worn ribbon
    double moduleDots = 0; ///< its narrowest bars and gaps; 0 = not known
    double quiet = 1;      ///< the white beside it as a part of what its kind demands, at most 1

    bool operator==(const CodeMeasure&) const = default;
};

/// The lowest of its parts' grades; the table is in labels/README.md.
[[nodiscard]] CodeGrade gradeOf(const CodeMeasure& measure);

/// Why the grade is no better, as the end of an English sentence; empty for A.
[[nodiscard]] QString weaknessOf(const CodeMeasure& measure);

} // namespace packbench
