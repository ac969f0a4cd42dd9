#pragma once

#include <QByteArray>
#include <QList>

namespace packbench {

/// One field of a HID report: where it stands and what it means.
struct HidField {
    quint8 report = 0; ///< id, 0 = reports without ids
    bool isFeature = false;
    quint16 page = 0;
    quint16 usage = 0;
    int bit = 0;   ///< from the report's first byte behind its id
    int bits = 0;  ///< of one element
    int count = 1; ///< elements of this usage in a row

    bool operator==(const HidField&) const = default;
};

/// What a HID report descriptor says (USB HID 1.11, section 6.2.2): the application's usage and the
/// input and feature fields. Total over any bytes; at most 4,096 fields.
struct HidReports {
    quint16 page = 0; ///< of the first application collection
    quint16 usage = 0;
    bool hasIds = false;
    QList<HidField> fields;

    [[nodiscard]] const HidField* find(quint16 page, quint16 usage) const;
};
[[nodiscard]] HidReports hidReportsFrom(const QByteArray& descriptor);

/// A field's first element in a report (its id byte in front where the device has ids); bits beyond
/// the report's end count as 0.
[[nodiscard]] quint32 valueOf(const HidField& field, const QByteArray& report, bool hasIds);
/// The elements as bytes, cut off where the report ends.
[[nodiscard]] QByteArray bytesOf(const HidField& field, const QByteArray& report, bool hasIds);

} // namespace packbench
