#include "labels/objectreader.h"

#include "labels/fillin.h"

#include <QJsonArray>

#include <cmath>

namespace packbench {

namespace {

constexpr qsizetype kLongestText = 2000;

} // namespace

void ObjectReader::text(const QString& key, QString& to) {
    if (!has(key))
        return;
    const QJsonValue value = take(key);
    if (!value.isString() || value.toString().size() > kLongestText)
        return say(QStringLiteral("“%1” must be a text of at most %2 characters.")
                       .arg(key)
                       .arg(kLongestText));
    to = value.toString();
    const QString problem = placeholderProblem(to);
    if (!problem.isEmpty())
        say(QStringLiteral("“%1” %2").arg(key, problem));
}

void ObjectReader::flag(const QString& key, bool& to) {
    if (!has(key))
        return;
    const QJsonValue value = take(key);
    if (!value.isBool())
        return say(QStringLiteral("“%1” must be true or false.").arg(key));
    to = value.toBool();
}

void ObjectReader::number(const QString& key, double low, double high, double& to) {
    if (!has(key))
        return;
    const QJsonValue value = take(key);
    if (!value.isDouble() || value.toDouble() < low || value.toDouble() > high)
        return say(
            QStringLiteral("“%1” must be a number from %2 to %3.").arg(key).arg(low).arg(high));
    to = value.toDouble();
}

void ObjectReader::whole(const QString& key, int low, int high, int& to) {
    double value = to;
    number(key, low, high, value);
    if (value != std::floor(value))
        return say(QStringLiteral("“%1” must be a whole number.").arg(key));
    to = static_cast<int>(value);
}

void ObjectReader::pair(const QString& key, double low, double& first, double& second) {
    const QJsonArray values = take(key).toArray();
    const auto fits = [low](const QJsonValue& value) {
        return value.isDouble() && value.toDouble() >= low && value.toDouble() <= kLargestMm;
    };
    if (values.size() != 2 || !fits(values.at(0)) || !fits(values.at(1)))
        return say(QStringLiteral("“%1” must be two numbers from %2 to %3, in mm.")
                       .arg(key)
                       .arg(low)
                       .arg(kLargestMm));
    first = values.at(0).toDouble();
    second = values.at(1).toDouble();
}

void ObjectReader::leftOver() {
    for (const QString& key : m_object.keys()) {
        if (!m_used.contains(key))
            say(QStringLiteral("“%1” is not a key that is known here.").arg(key));
    }
}

} // namespace packbench
