#include "exchange/textencoding.h"

#include "exchange/utf8check.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <iconv.h>

namespace packbench {

namespace {

constexpr qint64 kPiece = 64 * 1024;

iconv_t openConverter(const char* to, const char* from) {
    return iconv_open(to, from);
}

const char* iconvName(TextEncoding encoding) {
    switch (encoding) {
    case TextEncoding::Utf8:
    case TextEncoding::Utf8Bom: return "UTF-8";
    case TextEncoding::Utf16Le: return "UTF-16LE";
    case TextEncoding::Utf16Be: return "UTF-16BE";
    case TextEncoding::Gb18030: return "GB18030";
    }
    return "UTF-8";
}

std::optional<TextEncoding> encodingOfMark(const QByteArray& head) {
    if (head.startsWith("\xEF\xBB\xBF")) {
        return TextEncoding::Utf8Bom;
    }
    if (head.startsWith("\xFF\xFE")) {
        return TextEncoding::Utf16Le;
    }
    if (head.startsWith("\xFE\xFF")) {
        return TextEncoding::Utf16Be;
    }
    return std::nullopt;
}

/// UTF-16 without a mark: delimiters, digits and line ends have a zero byte on one side only.
std::optional<TextEncoding> encodingOfZeros(const QByteArray& head) {
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype at = 0; at < head.size(); ++at) {
        if (head[at] == '\0') {
            (at % 2 == 0 ? even : odd) += 1;
        }
    }
    if ((even + odd) * 50 < head.size() || std::min(even, odd) * 20 > std::max(even, odd)) {
        return std::nullopt;
    }
    return odd > even ? TextEncoding::Utf16Le : TextEncoding::Utf16Be;
}

EncodingVerdict refused(RefusalReason reason, const QString& text, int line = 0) {
    return {std::nullopt, wholeRefusal(reason, text, line)};
}

EncodingVerdict cutInCharacter() {
    return refused(RefusalReason::CutOff,
                   QStringLiteral("The file ends in the middle of a character: it was cut off "
                                  "while it was copied. Nothing was imported; export or copy it "
                                  "again."));
}

/// Counts what tells GB18030 from a Western code page: the second byte of a common Chinese
/// character is above 0x7F, that of a Western letter taken for Chinese is the next letter.
class Gb18030Check {
public:
    void feed(const QByteArray& bytes) {
        for (const char raw : bytes) {
            const auto byte = static_cast<unsigned char>(raw);
            if (m_lead) {
                ++m_pairs;
                m_lowTrails += byte < 0x80 && (byte < 0x30 || byte > 0x39) ? 1 : 0;
                m_lead = false;
            } else {
                m_lead = byte > 0x80;
            }
        }
    }
    [[nodiscard]] bool looksWestern() const { return m_lowTrails * 2 > m_pairs; }

private:
    bool m_lead = false;
    qint64 m_pairs = 0;
    qint64 m_lowTrails = 0;
};

int linesIn(const QByteArray& bytes) {
    return int(bytes.count('\n'));
}

EncodingVerdict checkGb18030(QFile& file) {
    const QString wrong = QStringLiteral(
        "The file is neither UTF-8 nor GB18030 text from this line on: names on labels would be "
        "wrong. Nothing was imported; export it again as UTF-8 or GB18030.");
    TextDecoder decoder(TextEncoding::Gb18030);
    Gb18030Check check;
    QString text;
    int line = 1;
    file.seek(0);
    while (!file.atEnd()) {
        const QByteArray piece = file.read(kPiece);
        if (piece.isEmpty()) {
            break;
        }
        text.resize(0);
        check.feed(piece);
        if (!decoder.decode(piece, text)) {
            return refused(RefusalReason::BadEncoding, wrong, line + int(text.count(u'\n')));
        }
        line += linesIn(piece);
    }
    if (decoder.isInsideCharacter()) {
        return cutInCharacter();
    }
    if (check.looksWestern()) {
        return refused(RefusalReason::BadEncoding,
                       QStringLiteral("The file looks like text in a Western code page "
                                      "(Windows-1252): names would come out wrong. Nothing was "
                                      "imported; save it again as UTF-8."));
    }
    return {TextEncoding::Gb18030, std::nullopt};
}

EncodingVerdict judge(const Utf8Check& utf8, QFile& file) {
    if (utf8.isClean()) {
        return {TextEncoding::Utf8, std::nullopt};
    }
    if (utf8.isCut()) {
        return cutInCharacter();
    }
    if (utf8.isMostlyUtf8()) {
        return refused(RefusalReason::BadEncoding,
                       QStringLiteral("The file is UTF-8 text with damaged characters, the first "
                                      "in this line: names on labels would be wrong. Nothing was "
                                      "imported; export it again."),
                       utf8.firstBadLine());
    }
    return checkGb18030(file);
}

} // namespace

QString word(TextEncoding encoding) {
    switch (encoding) {
    case TextEncoding::Utf8: return QStringLiteral("UTF-8");
    case TextEncoding::Utf8Bom: return QStringLiteral("UTF-8-BOM");
    case TextEncoding::Utf16Le: return QStringLiteral("UTF-16LE");
    case TextEncoding::Utf16Be: return QStringLiteral("UTF-16BE");
    case TextEncoding::Gb18030: return QStringLiteral("GB18030");
    }
    return {};
}

EncodingVerdict findEncoding(QFile& file) {
    file.seek(0);
    const QByteArray head = file.read(4096);
    if (const auto marked = encodingOfMark(head); marked && *marked != TextEncoding::Utf8Bom) {
        return {marked, std::nullopt};
    }
    if (const auto zeros = encodingOfZeros(head); zeros && head.contains('\0')) {
        return {zeros, std::nullopt};
    }
    Utf8Check utf8;
    file.seek(0);
    while (!file.atEnd()) {
        const QByteArray piece = file.read(kPiece);
        if (piece.isEmpty()) {
            break;
        }
        utf8.feed(piece);
    }
    if (utf8.hasZero()) {
        return refused(RefusalReason::NotATable,
                       QStringLiteral("This is no text file: it holds zero bytes. Nothing was "
                                      "imported; give the shop's export as CSV or XLSX."));
    }
    EncodingVerdict verdict = judge(utf8, file);
    if (verdict.encoding == TextEncoding::Utf8 && head.startsWith("\xEF\xBB\xBF")) {
        verdict.encoding = TextEncoding::Utf8Bom;
    }
    return verdict;
}

TextDecoder::TextDecoder(TextEncoding encoding)
    : m_iconv(openConverter(Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? "UTF-16LE" : "UTF-16BE",
                            iconvName(encoding))) {}

TextDecoder::~TextDecoder() {
    if (m_iconv != nullptr) {
        iconv_close(m_iconv);
    }
}

bool TextDecoder::decode(const QByteArray& bytes, QString& text) {
    if (m_iconv == nullptr) {
        return false;
    }
    QByteArray in = m_rest + bytes;
    m_rest.clear();
    const qsizetype before = text.size();
    text.resize(before + in.size() + 2);
    char* source = in.data();
    size_t sourceLeft = size_t(in.size());
    char* target = reinterpret_cast<char*>(text.data() + before);
    size_t targetLeft = size_t(in.size() + 2) * sizeof(QChar);
    const size_t result = iconv(m_iconv, &source, &sourceLeft, &target, &targetLeft);
    const int reason = result == size_t(-1) ? errno : 0;
    text.resize(text.size() - qsizetype(targetLeft / sizeof(QChar)));
    if (reason == EINVAL) {
        m_rest = QByteArray(source, qsizetype(sourceLeft));
        return true;
    }
    return reason == 0;
}

QByteArray toGb18030(const QString& text) {
    const iconv_t converter =
        openConverter("GB18030", Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? "UTF-16LE" : "UTF-16BE");
    if (converter == nullptr) {
        return text.toUtf8();
    }
    QString copy = text;
    QByteArray out(text.size() * 4 + 4, '\0');
    char* source = reinterpret_cast<char*>(copy.data());
    size_t sourceLeft = size_t(copy.size()) * sizeof(QChar);
    char* target = out.data();
    size_t targetLeft = size_t(out.size());
    while (iconv(converter, &source, &sourceLeft, &target, &targetLeft) == size_t(-1) &&
           sourceLeft >= sizeof(QChar) && targetLeft > 0) {
        *target++ = '?'; // half a surrogate pair: nothing GB18030 could hold
        --targetLeft;
        source += sizeof(QChar);
        sourceLeft -= sizeof(QChar);
    }
    iconv_close(converter);
    out.truncate(out.size() - qsizetype(targetLeft));
    return out;
}

} // namespace packbench
