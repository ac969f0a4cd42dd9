#include "shipping/labelevidence.h"

#include "shipping/wordtable.h"

namespace packbench {

namespace {

constexpr WordTable<LabelEvidence, 5> kWords{{
    {LabelEvidence::None, "none"},
    {LabelEvidence::Bytes, "bytes"},
    {LabelEvidence::Idle, "idle"},
    {LabelEvidence::Counter, "counter"},
    {LabelEvidence::ScanBack, "scan"},
}};

} // namespace

QString word(LabelEvidence evidence) {
    return kWords.word(evidence);
}

std::optional<LabelEvidence> labelEvidenceFromWord(const QString& word) {
    return kWords.value(word);
}

} // namespace packbench
