#pragma once

#include <QString>

#include <optional>

namespace packbench {

/// How it is known that a label came out, weakest first (reliability facts, 5.1).
enum class LabelEvidence {
    None,    ///< nothing is known
    Bytes,   ///< every byte was accepted: the printer's memory has it
    Idle,    ///< the printer was idle, nothing pending, no error
    Counter, ///< the printer's label counter rose by exactly one
    ScanBack ///< the label was scanned on the parcel
};

[[nodiscard]] QString word(LabelEvidence evidence);
[[nodiscard]] std::optional<LabelEvidence> labelEvidenceFromWord(const QString& word);

} // namespace packbench
