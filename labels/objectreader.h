#pragma once

#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <utility>

namespace packbench {

/// No side of a label and no length on it is longer.
inline constexpr double kLargestMm = 300;

/// Takes one JSON object's keys one by one; what is wrong or left over becomes a sentence.
class ObjectReader {
public:
    ObjectReader(QString who, const QJsonObject& object, QStringList& problems)
        : m_who(std::move(who)), m_object(object), m_problems(problems) {}

    void say(const QString& what) { m_problems.append(QStringLiteral("%1: %2").arg(m_who, what)); }
    [[nodiscard]] bool has(const QString& key) const { return m_object.contains(key); }
    QJsonValue take(const QString& key) {
        m_used.insert(key);
        return m_object.value(key);
    }

    // Each leaves `to` as it is when the key is absent or wrong.
    void text(const QString& key, QString& to);
    void flag(const QString& key, bool& to);
    void number(const QString& key, double low, double high, double& to);
    void whole(const QString& key, int low, int high, int& to);
    void pair(const QString& key, double low, double& first, double& second);
    template <typename Word>
    void word(const QString& key, std::initializer_list<std::pair<const char*, Word>> words,
              Word& to);
    void leftOver();

private:
    QString m_who;
    const QJsonObject& m_object;
    QStringList& m_problems;
    QSet<QString> m_used;
};

template <typename Word>
void ObjectReader::word(const QString& key,
                        std::initializer_list<std::pair<const char*, Word>> words, Word& to) {
    if (!has(key))
        return;
    const QString value = take(key).toString();
    QStringList known;
    for (const auto& [name, meaning] : words) {
        known.append(QLatin1String(name));
        if (value == QLatin1String(name)) {
            to = meaning;
            return;
        }
    }
    say(QStringLiteral("“%1” must be one of %2.").arg(key, known.join(QStringLiteral(", "))));
}

} // namespace packbench
