#include "bench/markkey.h"

#include "bench/benchsettings.h"
#include "ledger/settings.h"

#include <QRandomGenerator>

#include <array>

namespace packbench {

void ensureMarkKey(Settings& settings) {
    if (!settings.value(kMarkKeySetting, {}).isEmpty())
        return;
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    const QByteArray key(reinterpret_cast<const char*>(words.data()), sizeof words);
    settings.set(kMarkKeySetting, QString::fromLatin1(key.toHex()));
}

} // namespace packbench
