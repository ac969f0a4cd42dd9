#include "bench/inboxstream.h"

#include "labels/carrier/language.h"

#include <algorithm>
#include <cctype>

namespace packbench {

void InboxStream::finish(const QByteArray& stored, bool isCut) {
    m_jobs.append({stored + m_own, std::exchange(m_own, {}), isCut});
}

void InboxStream::keep(QByteArray& where, const QByteArray& bytes, qsizetype most) {
    where += bytes;
    if (where.size() <= most)
        return;
    where.clear();
    refuse();
}

namespace {

bool isOneOf(const QByteArray& name, const char* list) {
    return name.size() == 2 && QByteArray(list).contains(' ' + name + ' ');
}

constexpr const char* kSets = " PW LL LH LS LT PO PM CI CF BY MU LR FW JM ";
constexpr const char* kPrints = " FD FV GB GC GD GE GF GS XG XF IM IL SN FN ";
constexpr const char* kStores = " DG DY DF DU DS DT ";
constexpr qsizetype kMostOutside = 1 << 20; ///< between labels, without anything stored

/// A label ends at ^XZ. What stores pictures or forms or sets how later labels look is repeated
/// before each of them.
class ZplInboxStream : public InboxStream {
public:
    void take(const QByteArray& bytes) override {
        m_reader.take(bytes);
        m_unread = std::min<qsizetype>(m_unread + bytes.size(), kMostHeld + 1);
        read();
        if (m_reader.isTooLong() || m_unread > kMostHeld)
            refuse();
    }
    void end() override {
        m_reader.end();
        read();
        if (m_isInFormat && !isRefused())
            finish(before(), true);
    }

private:
    void read() {
        while (!isRefused()) {
            const auto command = m_reader.next();
            if (!command)
                break;
            m_unread = 0;
            obey(*command);
        }
    }
    [[nodiscard]] QByteArray textOf(const ZplCommand& command) const {
        return QByteArray(1, command.isControl ? m_control : m_format) + command.name +
               command.parameters + command.raw;
    }
    /// Changed prefixes, what is stored, what is set.
    [[nodiscard]] QByteArray before() const {
        QByteArray set;
        for (const QByteArray& text : m_set)
            set += text;
        const QByteArray block = set.isEmpty() ? QByteArray() : "^XA" + set + "^XZ";
        return m_stored + block;
    }
    void obey(const ZplCommand& command) {
        const QByteArray& name = command.name;
        const bool isNamed = !name.isEmpty() &&
                             std::isalnum(static_cast<unsigned char>(name.at(0))) != 0 &&
                             std::isalnum(static_cast<unsigned char>(name.back())) != 0;
        if (!isNamed)
            return junk();
        if (command.isControl && (name == "HS" || name == "HI" || name == "HQ"))
            return m_queries.append('~' + name + command.parameters.trimmed());
        const QByteArray text = textOf(command);
        keep(m_own, text, m_isInFormat ? kMostHeld : std::max(kMostOutside, m_storing));
        if (isOneOf(name, kStores)) {
            m_storing = kMostHeld;
            m_storesForm = m_storesForm || (name == "DF" && !command.isControl);
            if (name != "DF")
                keep(m_toStore, text, kMostStored);
        }
        if (command.isControl)
            return;
        if (isOneOf(name, kSets))
            m_set[name] = text;
        m_prints = m_prints || isOneOf(name, kPrints);
        if (isOneOf(name, " CC CT CD "))
            change(command);
        if (name == "XA")
            m_isInFormat = true;
        if (name == "XZ")
            endFormat();
    }
    /// Repeated texts hold the letters of their time: they are forgotten when those change.
    void change(const ZplCommand& command) {
        if (command.parameters.isEmpty())
            return;
        if (command.name == "CC")
            m_format = command.parameters.at(0);
        if (command.name == "CT")
            m_control = command.parameters.at(0);
        m_set.clear();
        m_changes = m_changes || command.name != "CD";
    }
    void endFormat() {
        const QByteArray own = m_own;
        const QByteArray stored = before();
        const bool prints = m_prints && !m_storesForm && m_isInFormat;
        if (prints)
            finish(m_changes ? m_stored : stored, false);
        m_own.clear();
        keep(m_stored, prints ? m_toStore : own, kMostStored);
        m_toStore.clear();
        m_isInFormat = m_prints = m_storesForm = false;
        m_storing = 0;
    }

    ZplReader m_reader;
    QMap<QByteArray, QByteArray> m_set;
    QByteArray m_toStore;
    qsizetype m_unread = 0;
    qsizetype m_storing = 0; ///< how much more may stand before ^XA: a picture is being stored
    char m_format = '^';
    char m_control = '~';
    bool m_isInFormat = false;
    bool m_prints = false;
    bool m_storesForm = false;
    bool m_changes = false; ///< the prefixes are not the usual ones: nothing is written in them
};

constexpr qsizetype kLongestLine = 64 << 10;

/// A label ends with its PRINT. What stands between a PRINT and the next CLS is repeated before
/// later ones.
class TsplInboxStream : public InboxStream {
public:
    void take(const QByteArray& bytes) override {
        m_input += bytes;
        read(false);
        if (m_input.size() > kMostHeld)
            refuse();
    }
    void end() override {
        read(true);
        if (m_isDrawing && !isRefused())
            finish(m_stored, true);
    }

private:
    void read(bool isOver) {
        qsizetype at = 0;
        while (!isRefused() && at < m_input.size()) {
            const qsizetype size = m_input.at(at) == '\x1b' ? escape(at) : line(at, isOver);
            if (size == 0)
                break;
            at += size;
        }
        m_input.remove(0, at);
    }
    /// ESC ! x, @returns its size, 0: more must come.
    qsizetype escape(qsizetype at) {
        if (m_input.size() - at < 3)
            return 0;
        const QByteArray query = m_input.mid(at, 3);
        if (query == "\x1b!?" || query == "\x1b!S" || query == "\x1b!.")
            m_queries.append(query);
        else if (query.at(1) != '!')
            junk();
        return 3;
    }
    qsizetype line(qsizetype at, bool isOver) {
        const qsizetype counted = countedBytes(at);
        if (counted < 0)
            return 0;
        qsizetype end = at;
        while (counted == 0 && end < m_input.size() && m_input.at(end) != '\n' &&
               m_input.at(end) != '\r')
            ++end;
        if (end - at > kLongestLine)
            refuse();
        if (counted == 0 && end == m_input.size() && !isOver)
            return 0;
        const qsizetype size =
            counted > 0 ? counted : std::min(end + 1, qsizetype(m_input.size())) - at;
        obey(m_input.mid(at, size));
        return size;
    }
    /// Head and bytes of BITMAP and DOWNLOAD; 0: it is neither, -1: more must come.
    [[nodiscard]] qsizetype countedBytes(qsizetype at) const {
        constexpr qsizetype kLongestHead = 300;
        QByteArray head = m_input.mid(at, kLongestHead);
        const auto isEnd = [](char c) { return c == '\n' || c == '\r'; };
        const auto lineEnd = std::find_if(head.cbegin(), head.cend(), isEnd);
        const bool isWhole = lineEnd != head.cend() || head.size() == kLongestHead;
        head.truncate(lineEnd - head.cbegin());
        const QByteArray upper = head.toUpper().trimmed();
        const bool isBitmap = upper.startsWith("BITMAP ");
        const bool isDownload = upper.startsWith("DOWNLOAD ");
        if (!isBitmap && !isDownload)
            return 0;
        const QList<QByteArray> parts = head.split(',');
        // DOWNLOAD F,"NAME",size,… and DOWNLOAD "NAME",size,…
        const int sizeAt = parts.value(1).contains('"') ? 2 : 1;
        const int before = isBitmap ? 5 : sizeAt + 1;
        if (parts.size() <= before)
            return isWhole ? 0 : -1;
        qsizetype begin = at;
        for (int part = 0; part < before; ++part)
            begin += parts.at(part).size() + 1;
        const qlonglong count =
            isBitmap ? parts.at(2).trimmed().toLongLong() * parts.at(3).trimmed().toLongLong()
                     : parts.at(sizeAt).trimmed().toLongLong();
        if (count <= 0 || count > kMostHeld)
            return 0;
        const qsizetype whole = begin - at + qsizetype(count);
        return m_input.size() - at >= whole ? whole : -1;
    }
    void obey(const QByteArray& text) {
        const QByteArray word = text.left(16).trimmed().toUpper();
        const auto begins = [&word](const char* name) {
            return word == name || word.startsWith(QByteArray(name) + ' ');
        };
        if (word.isEmpty() && !m_isDrawing)
            return;
        if (!word.isEmpty() && std::isalpha(static_cast<unsigned char>(word.at(0))) == 0)
            return junk();
        if (begins("CLS"))
            m_isDrawing = true;
        keep(m_isDrawing ? m_own : m_stored, text, m_isDrawing ? kMostHeld : kMostStored);
        if (begins("PRINT") && m_isDrawing) {
            finish(m_stored, false);
            m_isDrawing = false;
        }
    }

    QByteArray m_input;
    bool m_isDrawing = false;
};

class FileInboxStream : public InboxStream {
public:
    void take(const QByteArray& bytes) override { keep(m_own, bytes, kMostHeld); }
    void end() override {
        if (!m_own.isEmpty())
            finish({}, false);
    }
};

bool isFileOfItself(const QByteArray& head) {
    return head.startsWith("%PDF-") || head.startsWith("\x89PNG") ||
           head.startsWith("\xff\xd8\xff");
}

} // namespace

std::unique_ptr<InboxStream> fileInboxStream() {
    return std::make_unique<FileInboxStream>();
}

std::unique_ptr<InboxStream> otherInboxStream(const QByteArray& head, bool isTspl) {
    if (isFileOfItself(head))
        return fileInboxStream();
    const auto language = recognisedLanguage(head);
    if (language == CarrierLanguage::Epl2)
        return fileInboxStream();
    if (isTspl && language == CarrierLanguage::Zpl)
        return zplInboxStream();
    if (!isTspl && language == CarrierLanguage::Tspl)
        return tsplInboxStream();
    return nullptr;
}

std::unique_ptr<InboxStream> zplInboxStream() {
    return std::make_unique<ZplInboxStream>();
}

std::unique_ptr<InboxStream> tsplInboxStream() {
    return std::make_unique<TsplInboxStream>();
}

} // namespace packbench
