#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>
#include <QString>

namespace packbench {

/// Pulls tags and texts out of a sheet's XML, piece by piece. Knows what spreadsheet programs
/// write: UTF-8, the five entities and character numbers, comments, CDATA. A document type
/// definition, another encoding or a broken tag is a fault. It is here because
/// QXmlStreamReader takes three times as long for a whole import (measured).
class XmlScan {
public:
    enum class Token { Start, End, Text, Finish, Fault };

    explicit XmlScan(QIODevice& device) : m_device(device) {}

    [[nodiscard]] Token next();
    /// Of a start or end tag, without its prefix.
    [[nodiscard]] QByteArrayView name() const { return m_name; }
    /// Of a start tag, as it stands there; empty when there is none.
    [[nodiscard]] QByteArrayView attribute(QByteArrayView wanted) const;
    /// Of a text, entities resolved.
    [[nodiscard]] const QString& text() const { return m_text; }

private:
    [[nodiscard]] bool fill();
    [[nodiscard]] qsizetype find(QByteArrayView what, qsizetype from);
    [[nodiscard]] qsizetype endOfTag();
    [[nodiscard]] Token takeTag();
    [[nodiscard]] Token takeText();
    [[nodiscard]] bool skipAside(QByteArrayView opening, QByteArrayView closing);
    [[nodiscard]] bool decode(QByteArrayView raw);
    [[nodiscard]] bool decodeEntity(QByteArrayView entity);
    [[nodiscard]] bool startsWith(QByteArrayView what);

    QIODevice& m_device;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    QByteArrayView m_name;
    QByteArrayView m_attributes;
    QString m_text;
    bool m_endFollows = false; ///< the tag was <a/>
    bool m_atEnd = false;
};

} // namespace packbench
