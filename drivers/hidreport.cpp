#include "drivers/hidreport.h"

#include <QHash>

#include <algorithm>

namespace packbench {
namespace {

constexpr qsizetype kMostFields = 4096;
constexpr int kMostBits = 8 * 4096;
constexpr int kMostStacked = 16;

// HID 1.11, section 6.2.2: tag and type of a short item, without its size.
enum Item : unsigned {
    Input = 0x80,
    Output = 0x90,
    Feature = 0xb0,
    Collection = 0xa0,
    UsagePage = 0x04,
    ReportSize = 0x74,
    ReportId = 0x84,
    ReportCount = 0x94,
    Push = 0xa4,
    Pop = 0xb4,
    Usage = 0x08,
    UsageMinimum = 0x18,
    UsageMaximum = 0x28,
};
constexpr unsigned kLongItem = 0xfe;
constexpr quint32 kApplication = 1;
constexpr quint32 kVariable = 0x02; // of Input and Feature: one usage an element

struct Global {
    quint16 page = 0;
    quint32 size = 0;
    quint32 count = 0;
    quint8 report = 0;
};

/// Walks the descriptor item by item.
class Walk {
public:
    void take(unsigned item, quint32 value, int size) {
        switch (item) {
        case UsagePage: m_global.page = static_cast<quint16>(value); break;
        case ReportSize: m_global.size = value; break;
        case ReportCount: m_global.count = value; break;
        case ReportId:
            m_global.report = static_cast<quint8>(value);
            m_reports.hasIds = true;
            break;
        case Push:
            if (m_stack.size() < kMostStacked)
                m_stack.append(m_global);
            break;
        case Pop:
            if (!m_stack.isEmpty())
                m_global = m_stack.takeLast();
            break;
        case Usage: addUsage(value, size); break;
        case UsageMinimum: m_first = value; break;
        case UsageMaximum: addRange(value); break;
        case Collection: begin(value); break;
        case Input: addFields(false, value); break;
        case Feature: addFields(true, value); break;
        case Output: m_usages.clear(); break;
        default: break;
        }
    }
    [[nodiscard]] HidReports reports() const { return m_reports; }

private:
    /// A usage of four bytes names its page, too.
    void addUsage(quint32 value, int size) {
        const quint32 page = size == 4 ? value >> 16 : m_global.page;
        if (m_usages.size() < kMostFields)
            m_usages.append(page << 16 | (value & 0xffff));
    }
    void addRange(quint32 last) {
        for (quint32 usage = m_first; usage <= last && m_usages.size() < 256; ++usage)
            addUsage(usage, 2);
    }
    void begin(quint32 kind) {
        if (kind == kApplication && m_reports.page == 0 && !m_usages.isEmpty()) {
            m_reports.page = static_cast<quint16>(m_usages.last() >> 16);
            m_reports.usage = static_cast<quint16>(m_usages.last());
        }
        m_usages.clear();
    }
    void addFields(bool isFeature, quint32 flags) {
        const int key = m_global.report | (isFeature ? 0x100 : 0);
        int& bit = m_bits[key];
        const auto size = static_cast<int>(std::min(m_global.size, 4096u));
        const auto count = static_cast<int>(std::min(m_global.count, 4096u));
        const bool isSpread = (flags & kVariable) != 0 && m_usages.size() > 1;
        for (int at = 0; at < (isSpread ? count : 1); ++at) {
            if (m_usages.isEmpty() || m_reports.fields.size() >= kMostFields || bit > kMostBits)
                break;
            const quint32 usage = m_usages.at(std::min(qsizetype(at), m_usages.size() - 1));
            m_reports.fields.append({m_global.report, isFeature, static_cast<quint16>(usage >> 16),
                                     static_cast<quint16>(usage), bit + at * size, size,
                                     isSpread ? 1 : count});
        }
        bit = std::min(bit + size * count, kMostBits + 1);
        m_usages.clear();
    }

    HidReports m_reports;
    Global m_global;
    QList<Global> m_stack;
    QList<quint32> m_usages; ///< page << 16 | usage, for the next main item
    quint32 m_first = 0;
    QHash<int, int> m_bits; ///< used so far of each report
};

} // namespace

HidReports hidReportsFrom(const QByteArray& descriptor) {
    Walk walk;
    for (qsizetype at = 0; at < descriptor.size();) {
        const auto head = static_cast<unsigned char>(descriptor[at]);
        if (head == kLongItem) {
            at += 3 +
                  (at + 1 < descriptor.size() ? static_cast<unsigned char>(descriptor[at + 1]) : 0);
            continue;
        }
        const int size = (head & 3u) == 3 ? 4 : int(head & 3u);
        quint32 value = 0;
        for (int byte = 0; byte < size && at + 1 + byte < descriptor.size(); ++byte)
            value |= quint32(static_cast<unsigned char>(descriptor[at + 1 + byte])) << (8 * byte);
        walk.take(head & 0xfcu, value, size);
        at += 1 + size;
    }
    return walk.reports();
}

const HidField* HidReports::find(quint16 wantedPage, quint16 wantedUsage) const {
    for (const HidField& field : fields)
        if (field.page == wantedPage && field.usage == wantedUsage && !field.isFeature)
            return &field;
    return nullptr;
}

quint32 valueOf(const HidField& field, const QByteArray& report, bool hasIds) {
    quint32 value = 0;
    for (int at = 0; at < std::min(field.bits, 32); ++at) {
        const int bit = field.bit + at + (hasIds ? 8 : 0);
        const bool isSet = bit / 8 < report.size() &&
                           (static_cast<unsigned char>(report[bit / 8]) >> bit % 8 & 1) != 0;
        value |= quint32(isSet ? 1 : 0) << at;
    }
    return value;
}

QByteArray bytesOf(const HidField& field, const QByteArray& report, bool hasIds) {
    if (field.bits != 8 || field.bit % 8 != 0)
        return {};
    return report.mid(field.bit / 8 + (hasIds ? 1 : 0), field.count);
}

} // namespace packbench
