#pragma once

#include "exchange/tablesource.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <optional>

namespace packbench {

enum class TextEncoding { Utf8, Utf8Bom, Utf16Le, Utf16Be, Gb18030 };

[[nodiscard]] QString word(TextEncoding encoding); ///< "UTF-8", "UTF-8-BOM", "UTF-16LE" …

struct EncodingVerdict {
    std::optional<TextEncoding> encoding;
    std::optional<Refusal> fault; ///< set when there is no encoding
};

/// Tries, never trusts a name: byte order mark, else UTF-8 strictly, else UTF-16 where every
/// second byte says so, else GB18030 strictly. Reads the whole file once, in pieces.
[[nodiscard]] EncodingVerdict findEncoding(QFile& file);

/// Bytes to UTF-16 in pieces, strictly: nothing is replaced, a wrong byte stops it.
class TextDecoder {
public:
    explicit TextDecoder(TextEncoding encoding);
    ~TextDecoder();
    TextDecoder(const TextDecoder&) = delete;
    TextDecoder& operator=(const TextDecoder&) = delete;

    /// Appends what the bytes mean to `text`; false at a byte that means nothing.
    [[nodiscard]] bool decode(const QByteArray& bytes, QString& text);
    /// True when the last bytes were the beginning of a character whose rest never came.
    [[nodiscard]] bool isInsideCharacter() const { return !m_rest.isEmpty(); }

private:
    void* m_iconv;
    QByteArray m_rest;
};

/// UTF-16 to GB18030, for the shop pages that take nothing else.
[[nodiscard]] QByteArray toGb18030(const QString& text);

} // namespace packbench
