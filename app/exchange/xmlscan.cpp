#include "exchange/xmlscan.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr qint64 kPiece = 64 * 1024;
constexpr qsizetype kLongest = 1024 * 1024; ///< of one tag or text

bool isBlank(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

QByteArrayView withoutPrefix(QByteArrayView name) {
    const qsizetype colon = name.indexOf(':');
    return colon < 0 ? name : name.sliced(colon + 1);
}

} // namespace

/// Reads one piece more; false at the end or when something is too long to be a sheet's.
bool XmlScan::fill() {
    if (m_atEnd || m_buffer.size() - m_at > kLongest) {
        return false;
    }
    m_buffer.remove(0, m_at);
    m_at = 0;
    const QByteArray piece = m_device.read(kPiece);
    m_atEnd = piece.isEmpty();
    m_buffer += piece;
    return !m_atEnd;
}

/// Where `what` stands, counted from m_at; -1 when it never comes.
qsizetype XmlScan::find(QByteArrayView what, qsizetype from) {
    for (;;) {
        const qsizetype found = m_buffer.indexOf(what, m_at + from);
        if (found >= 0) {
            return found - m_at;
        }
        from = std::max<qsizetype>(from, m_buffer.size() - m_at - what.size() + 1);
        if (!fill()) {
            return -1;
        }
    }
}

bool XmlScan::startsWith(QByteArrayView what) {
    while (m_buffer.size() - m_at < what.size()) {
        if (!fill()) {
            return false;
        }
    }
    return QByteArrayView(m_buffer).sliced(m_at).startsWith(what);
}

bool XmlScan::skipAside(QByteArrayView opening, QByteArrayView closing) {
    const qsizetype end = find(closing, opening.size());
    m_at += end < 0 ? 0 : end + closing.size();
    return end >= 0;
}

XmlScan::Token XmlScan::next() {
    if (m_endFollows) {
        m_endFollows = false;
        return Token::End;
    }
    for (;;) {
        if (m_at >= m_buffer.size() && !fill()) {
            return m_atEnd ? Token::Finish : Token::Fault;
        }
        if (m_buffer.at(m_at) != '<') {
            return takeText();
        }
        if (startsWith("<!--")) {
            if (!skipAside("<!--", "-->")) {
                return Token::Fault;
            }
        } else if (startsWith("<?")) {
            if (!skipAside("<?", "?>")) {
                return Token::Fault;
            }
        } else {
            return takeTag();
        }
    }
}

/// Where the tag's '>' stands, counted from m_at; one within quotes does not end it.
qsizetype XmlScan::endOfTag() {
    char quote = 0;
    for (qsizetype at = 1;; ++at) {
        if (m_at + at >= m_buffer.size() && !fill()) {
            return -1;
        }
        const char byte = m_buffer.at(m_at + at);
        if (quote != 0) {
            quote = byte == quote ? '\0' : quote;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (byte == '>') {
            return at;
        }
    }
}

XmlScan::Token XmlScan::takeTag() {
    if (startsWith("<![CDATA[")) {
        const qsizetype end = find("]]>", 9);
        if (end < 0) {
            return Token::Fault;
        }
        m_text = QString::fromUtf8(QByteArrayView(m_buffer).sliced(m_at + 9, end - 9));
        m_at += end + 3;
        return m_text.contains(QChar::ReplacementCharacter) ? Token::Fault : Token::Text;
    }
    const qsizetype end = endOfTag();
    if (end < 2 || m_buffer.at(m_at + 1) == '!') {
        return Token::Fault; // broken, or a document type definition
    }
    QByteArrayView tag = QByteArrayView(m_buffer).sliced(m_at + 1, end - 1);
    m_at += end + 1;
    if (tag.startsWith('/')) {
        m_name = withoutPrefix(tag.sliced(1).trimmed());
        return Token::End;
    }
    m_endFollows = tag.endsWith('/');
    if (m_endFollows) {
        tag.chop(1);
    }
    const auto blank = std::find_if(tag.begin(), tag.end(), isBlank);
    m_name = withoutPrefix(tag.first(blank - tag.begin()));
    m_attributes = tag.sliced(blank - tag.begin());
    return Token::Start;
}

QByteArrayView XmlScan::attribute(QByteArrayView wanted) const {
    QByteArrayView rest = m_attributes;
    for (;;) {
        const qsizetype equals = rest.indexOf('=');
        if (equals < 0) {
            return {};
        }
        const QByteArrayView name = rest.first(equals).trimmed();
        rest = rest.sliced(equals + 1).trimmed();
        if (rest.isEmpty()) {
            return {};
        }
        const qsizetype close = rest.indexOf(rest.front(), 1);
        if (close < 0) {
            return {};
        }
        if (name == wanted) {
            return rest.sliced(1, close - 1);
        }
        rest = rest.sliced(close + 1);
    }
}

XmlScan::Token XmlScan::takeText() {
    const qsizetype next = find("<", 0);
    const qsizetype length = next < 0 ? m_buffer.size() - m_at : next;
    if (next < 0 && !m_atEnd) {
        return Token::Fault;
    }
    const bool good = decode(QByteArrayView(m_buffer).sliced(m_at, length));
    m_at += length;
    return good ? Token::Text : Token::Fault;
}

bool XmlScan::decode(QByteArrayView raw) {
    m_text.clear();
    while (!raw.isEmpty()) {
        const qsizetype ampersand = raw.indexOf('&');
        m_text += QString::fromUtf8(ampersand < 0 ? raw : raw.first(ampersand));
        if (ampersand < 0) {
            break;
        }
        const qsizetype semicolon = raw.indexOf(';', ampersand);
        if (semicolon < 0 || !decodeEntity(raw.sliced(ampersand + 1, semicolon - ampersand - 1))) {
            return false;
        }
        raw = raw.sliced(semicolon + 1);
    }
    return !m_text.contains(QChar::ReplacementCharacter) && !m_text.contains(QChar(0));
}

bool XmlScan::decodeEntity(QByteArrayView entity) {
    if (entity.startsWith('#')) {
        const bool hex = entity.startsWith("#x");
        bool good = false;
        const uint code = entity.sliced(hex ? 2 : 1).toByteArray().toUInt(&good, hex ? 16 : 10);
        if (!good || code == 0 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code)) {
            return false;
        }
        m_text += QChar::fromUcs4(code);
        return true;
    }
    const char* const names[] = {"amp", "lt", "gt", "quot", "apos"};
    for (size_t at = 0; at < 5; ++at) {
        if (entity == names[at]) {
            m_text += QChar(u"&<>\"'"[at]);
            return true;
        }
    }
    return false;
}

} // namespace packbench
