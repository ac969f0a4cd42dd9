#include "bench/keyscanner.h"

#include "drivers/wedge.h"

namespace packbench {

static_assert(KeyScanner::kGapMs == WedgeAssembler::kGapMs);

struct KeyScanner::Wedge {
    WedgeAssembler assembler;
};

KeyScanner::KeyScanner() : m_wedge(std::make_unique<Wedge>()) {}
KeyScanner::~KeyScanner() = default;

KeyFate KeyScanner::press(const KeyStroke& key) {
    const WedgeKey pressed{key.text, key.key, key.timestampMs, key.autoRepeat, key.control};
    switch (m_wedge->assembler.press(pressed)) {
    case WedgeAssembler::Fate::Held: return KeyFate::Held;
    case WedgeAssembler::Fate::Passed: return KeyFate::Passed;
    case WedgeAssembler::Fate::Scanned: return KeyFate::Scanned;
    }
    return KeyFate::Passed;
}

QString KeyScanner::takeScan() {
    return m_wedge->assembler.takeScan();
}

QList<KeyStroke> KeyScanner::takeTyped() {
    QList<KeyStroke> typed;
    for (const WedgeKey& key : m_wedge->assembler.takeTyped())
        typed.append({key.text, key.key, key.timestampMs, key.autoRepeat, key.control});
    return typed;
}

bool KeyScanner::isHolding() const {
    return m_wedge->assembler.isHolding();
}

} // namespace packbench
