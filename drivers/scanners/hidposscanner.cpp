#include "drivers/scanners/hidposscanner.h"

#include <algorithm>
#include <utility>

namespace packbench {
namespace {

constexpr quint16 kScannerPage = 0x8c;
constexpr quint16 kScanner = 0x02;
constexpr quint16 kSymbology1 = 0xfb;
constexpr quint16 kDecodedData = 0xfe;
constexpr quint16 kContinued = 0xff;
constexpr quint16 kGenericPage = 0x01;
constexpr quint16 kByteCount = 0x3b;

// The layout of Honeywell and Access-IS, for devices whose descriptor does not tell: id, length,
// AIM id of three, data, and in the last byte whether more follows. Others put the AIM id one
// later.
constexpr qsizetype kLengthAt = 1;
constexpr qsizetype kAimLength = 3;
constexpr qsizetype kLeastReport = 6;

bool isAim(const QByteArray& bytes) {
    const auto isMark = [&bytes](qsizetype at) { return bytes[at] > ' ' && bytes[at] < 0x7f; };
    return bytes.size() == kAimLength && bytes[0] == ']' && isMark(1) && isMark(2);
}

} // namespace

bool isHidPosScanner(const HidReports& reports) {
    return reports.page == kScannerPage && reports.usage == kScanner;
}

QByteArray withoutSuffix(const QByteArray& bytes) {
    if (bytes.endsWith("\r\n"))
        return bytes.chopped(2);
    return bytes.endsWith('\r') || bytes.endsWith('\n') ? bytes.chopped(1) : bytes;
}

HidPosAssembler::HidPosAssembler(HidReports reports) : m_reports(std::move(reports)) {}

HidPosAssembler::Part HidPosAssembler::byDescriptor(const QByteArray& report) const {
    const bool ids = m_reports.hasIds;
    const HidField* data = m_reports.find(kScannerPage, kDecodedData);
    Part part;
    for (quint16 usage = kSymbology1; usage < kDecodedData; ++usage)
        if (const HidField* field = m_reports.find(kScannerPage, usage))
            part.aim += field->count > 1
                            ? bytesOf(*field, report, ids)
                            : QByteArray(1, static_cast<char>(valueOf(*field, report, ids)));
    part.bytes = bytesOf(*data, report, ids);
    if (const HidField* count = m_reports.find(kGenericPage, kByteCount))
        part.bytes.truncate(std::min(qsizetype(valueOf(*count, report, ids)), part.bytes.size()));
    if (const HidField* more = m_reports.find(kScannerPage, kContinued))
        part.hasMore = (valueOf(*more, report, ids) & 1u) != 0;
    return part;
}

std::optional<HidPosAssembler::Part> HidPosAssembler::byHabit(const QByteArray& report) const {
    if (report.size() < kLeastReport)
        return std::nullopt;
    for (const qsizetype aimAt : {2, 3}) {
        Part part;
        part.aim = report.mid(aimAt, kAimLength);
        if (!isAim(part.aim))
            continue;
        const qsizetype from = aimAt + kAimLength;
        const qsizetype room = report.size() - from - 1;
        const auto length = static_cast<unsigned char>(report[kLengthAt]);
        part.bytes = report.mid(
            from, std::clamp(qsizetype(length), qsizetype(0), std::max(room, qsizetype(0))));
        part.hasMore = (static_cast<unsigned char>(report.back()) & 1u) != 0;
        return part;
    }
    return std::nullopt;
}

std::optional<HidPosAssembler::Part> HidPosAssembler::partOf(const QByteArray& report) const {
    const HidField* data = m_reports.find(kScannerPage, kDecodedData);
    if (data == nullptr)
        return byHabit(report);
    const bool isOther =
        m_reports.hasIds &&
        (report.isEmpty() || static_cast<unsigned char>(report[0]) != data->report);
    return isOther ? std::nullopt : std::optional(byDescriptor(report));
}

std::optional<ScannedCode> HidPosAssembler::take(const QByteArray& report, qint64 now) {
    const auto part = partOf(report);
    if (!part)
        return std::nullopt;
    // Half a code before a pause, or before a code of another kind, was lost on the way.
    const bool isNew =
        !m_parts.isEmpty() && (now - m_lastAt > kPatienceMs || m_parts.first().aim != part->aim);
    if (isNew)
        m_parts.clear();
    m_parts.append(*part);
    m_lastAt = now;
    qsizetype length = 0;
    for (const Part& one : std::as_const(m_parts))
        length += one.bytes.size();
    if (length > kLongest)
        m_parts.clear();
    if (part->hasMore || m_parts.isEmpty())
        return std::nullopt;
    ScannedCode code;
    QByteArray bytes;
    for (const Part& one : std::exchange(m_parts, {}))
        bytes += one.bytes;
    code.raw = part->aim + bytes;
    code.aim = isAim(part->aim) ? QString::fromLatin1(part->aim) : QString();
    code.text = codeTextFrom(withoutSuffix(bytes));
    return code.text.isEmpty() ? std::nullopt : std::optional(code);
}

} // namespace packbench
