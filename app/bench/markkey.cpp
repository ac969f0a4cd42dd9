#include "bench/markkey.h"

#include "bench/benchsettings.h"
#include "ledger/settings.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace packbench {

namespace {

QByteArray randomKey() {
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return {reinterpret_cast<const char*>(words.data()), sizeof words};
}

} // namespace

void ensureMarkKey(Settings& settings) {
    if (!settings.value(kMarkKeySetting, {}).isEmpty())
        return;
    const bool isPlay = loadSettings(settings).simulation;
    const QByteArray key =
        isPlay ? QCryptographicHash::hash("packbench simulation", QCryptographicHash::Sha256)
               : randomKey();
    settings.set(kMarkKeySetting, QString::fromLatin1(key.toHex()));
}

} // namespace packbench
