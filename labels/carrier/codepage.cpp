#include "labels/carrier/codepage.h"

#include <QHash>

#include <algorithm>
#include <cstring>
#include <iconv.h>

namespace packbench {

namespace {

constexpr char16_t kBroken = u'\u25A1';

/// What iconv calls a page that printers name otherwise.
QByteArray iconvName(const QByteArray& page) {
    static const QHash<QByteArray, QByteArray> names{
        {"utf8", "UTF-8"},  {"utf-8", "UTF-8"}, {"65001", "UTF-8"},   {"936", "GB18030"},
        {"950", "BIG5"},    {"949", "CP949"},   {"932", "CP932"},     {"54936", "GB18030"},
        {"big5", "BIG5"},   {"gbk", "GB18030"}, {"latin1", "LATIN1"}, {"8859-1", "ISO-8859-1"},
        {"euc-kr", "CP949"}};
    const QByteArray key = page.toLower();
    const auto found = names.constFind(key);
    if (found != names.constEnd())
        return *found;
    bool isNumber = false;
    const int number = key.toInt(&isNumber);
    if (isNumber)
        return "CP" + QByteArray::number(number);
    return key.startsWith("8859-") ? "ISO-" + key : QByteArray();
}

class Converter {
public:
    explicit Converter(const QByteArray& page) {
        const QByteArray name = iconvName(page);
        if (!name.isEmpty())
            m_handle = iconv_open("UTF-16LE", name.constData());
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (isOpen())
            iconv_close(m_handle);
    }

    [[nodiscard]] bool isOpen() const { return m_handle != none(); }

    [[nodiscard]] QString read(const QByteArray& bytes) const {
        QString text(bytes.size() * 2 + 2, Qt::Uninitialized);
        char* from = const_cast<char*>(bytes.constData());
        auto left = static_cast<size_t>(bytes.size());
        char* to = reinterpret_cast<char*>(text.data());
        auto room = static_cast<size_t>(text.size()) * sizeof(char16_t);
        const char16_t broken = kBroken;
        while (left > 0) {
            if (iconv(m_handle, &from, &left, &to, &room) != size_t(-1) || left == 0)
                break;
            if (room < sizeof broken)
                break;
            std::memcpy(to, &broken, sizeof broken);
            to += sizeof broken;
            room -= sizeof broken;
            ++from;
            --left;
        }
        text.truncate((to - reinterpret_cast<char*>(text.data())) / qsizetype(sizeof(char16_t)));
        return text;
    }

private:
    static iconv_t none() { return reinterpret_cast<iconv_t>(-1); }
    iconv_t m_handle = none();
};

} // namespace

QString fromCodePage(const QByteArray& bytes, const QByteArray& page) {
    const bool isPlain = std::all_of(bytes.begin(), bytes.end(),
                                     [](char c) { return static_cast<signed char>(c) >= 0; });
    if (isPlain)
        return QString::fromLatin1(bytes);
    const Converter converter(page);
    return converter.isOpen() ? converter.read(bytes) : QString::fromLatin1(bytes);
}

bool isKnownCodePage(const QByteArray& page) {
    return Converter(page).isOpen();
}

} // namespace packbench
