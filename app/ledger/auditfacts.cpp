#include "ledger/auditfacts.h"

#include <QRandomGenerator>

namespace packbench {

quint64 auditFact(const QString& text) {
    static const std::size_t kSeed = std::size_t(QRandomGenerator::system()->generate64());
    return quint64(qHash(text, kSeed));
}

QString auditFactText(const QJsonValue& value) {
    if (value.isBool())
        return auditFactText(value.toBool());
    return value.isString() ? value.toString() : QString::number(value.toInteger());
}

QString auditFactText(bool flag) {
    return flag ? QStringLiteral("true") : QStringLiteral("false");
}

} // namespace packbench
