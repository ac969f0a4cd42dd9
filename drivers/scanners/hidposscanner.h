#pragma once

#include "drivers/hidreport.h"
#include "drivers/inputdevice.h"

#include <optional>

namespace packbench {

/// Puts a HID POS scanner's reports together (HID Point of Sale usage tables, page 8C): a code
/// longer than one report comes in parts. Pure: fed with reports and times.
class HidPosAssembler {
public:
    explicit HidPosAssembler(HidReports reports);

    /// One input report, its id in front. @returns the code once it is whole.
    [[nodiscard]] std::optional<ScannedCode> take(const QByteArray& report, qint64 now);
    /// The device is gone: half a code is nothing.
    void forget() { m_parts.clear(); }

    static constexpr qint64 kPatienceMs = 1000; ///< between the parts of one code
    static constexpr qsizetype kLongest = 8192;

private:
    struct Part {
        QByteArray aim;
        QByteArray bytes;
        bool hasMore = false;
    };
    [[nodiscard]] std::optional<Part> partOf(const QByteArray& report) const;
    [[nodiscard]] Part byDescriptor(const QByteArray& report) const;
    [[nodiscard]] std::optional<Part> byHabit(const QByteArray& report) const;

    HidReports m_reports;
    QList<Part> m_parts;
    qint64 m_lastAt = 0;
};

/// Whether a report descriptor is a bar code scanner's.
[[nodiscard]] bool isHidPosScanner(const HidReports& reports);

/// Exactly one CR, LF or CR LF at the end is the scanner's suffix, nothing else.
[[nodiscard]] QByteArray withoutSuffix(const QByteArray& bytes);

} // namespace packbench
