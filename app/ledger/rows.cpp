#include "ledger/database.h"

#include <QSqlError>

namespace packbench {
namespace {

void replaceLoneSurrogates(QString& text) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
}

/// The text as both databases keep it, never null.
QString storable(const QString& text) {
    if (text.isNull())
        return QLatin1String("");
    QString kept = text;
    if (kept.contains(QChar(u'\0')))
        kept.replace(QChar(u'\0'), QChar(u'\u2400'));
    if (!kept.isValidUtf16())
        replaceLoneSurrogates(kept);
    return kept;
}

QVariant nothing() {
    return QVariant(QMetaType(QMetaType::LongLong));
}

} // namespace

Bind::Bind(std::string_view parameter, QVariant any, int)
    : name(parameter), value(std::move(any)) {}
Bind::Bind(std::string_view parameter, const QString& text)
    : name(parameter), value(storable(text)) {}
Bind::Bind(std::string_view parameter, const QByteArray& bytes)
    : name(parameter), value(bytes.isNull() ? QByteArray("") : bytes) {}
Bind::Bind(std::string_view parameter, bool flag) : name(parameter), value(flag) {}
Bind::Bind(std::string_view parameter, int number)
    : name(parameter), value(static_cast<qint64>(number)) {}
Bind::Bind(std::string_view parameter, qint64 number) : name(parameter), value(number) {}
Bind::Bind(std::string_view parameter, Instant at) : name(parameter), value(at.msUtc) {}
Bind::Bind(std::string_view parameter, std::optional<Instant> at)
    : name(parameter), value(at ? QVariant(at->msUtc) : nothing()) {}

Bind Bind::reference(std::string_view parameter, qint64 id) {
    return {parameter, id != 0 ? QVariant(id) : nothing(), 0};
}

Bind Bind::number(std::string_view parameter, std::optional<qint64> number) {
    return {parameter, number ? QVariant(*number) : QVariant(QMetaType(QMetaType::LongLong)), 0};
}

Bind Bind::maybe(std::string_view parameter, std::optional<bool> flag) {
    return {parameter, flag ? QVariant(*flag) : QVariant(QMetaType(QMetaType::Bool)), 0};
}

Rows::~Rows() {
    if (m_statement)
        m_statement->query.finish();
}

bool Rows::next() {
    m_column = 0;
    if (m_statement->query.next())
        return true;
    const QSqlError error = m_statement->query.lastError();
    if (error.isValid())
        m_database->fail(error, m_statement->name, true);
    return false;
}

void Rows::finish() {
    while (next()) {
    }
    m_statement->query.finish();
}

bool Rows::isNull() const {
    return m_statement->query.isNull(m_column);
}

qint64 Rows::integer() {
    return m_statement->query.value(m_column++).toLongLong();
}

int Rows::number() {
    return m_statement->query.value(m_column++).toInt();
}

bool Rows::flag() {
    return m_statement->query.value(m_column++).toBool();
}

QString Rows::text() {
    return m_statement->query.value(m_column++).toString();
}

QByteArray Rows::bytes() {
    return m_statement->query.value(m_column++).toByteArray();
}

Instant Rows::instant() {
    return {integer()};
}

std::optional<Instant> Rows::maybeInstant() {
    if (isNull()) {
        skip();
        return std::nullopt;
    }
    return instant();
}

} // namespace packbench
