#pragma once

#include <QByteArray>
#include <QStringList>

namespace packbench {

/// What an IEEE 1284 device id says; values trimmed, empty where it says nothing.
struct DeviceId {
    QString maker;
    QString model;
    QStringList commands; ///< COMMAND SET, one entry a language; "None" counts as nothing
    QString serial;
    QString description;

    [[nodiscard]] bool isEmpty() const {
        return maker.isEmpty() && model.isEmpty() && commands.isEmpty() && description.isEmpty();
    }
    bool operator==(const DeviceId&) const = default;
};

/// The text in an answer to GET_DEVICE_ID: two length bytes first, in either order, counting
/// themselves or not, more or less than what arrived.
[[nodiscard]] QByteArray deviceIdText(const QByteArray& answer);

/// Both spellings of the keys, in any order and case, blanks anywhere; junk is left out.
[[nodiscard]] DeviceId deviceIdFrom(const QByteArray& text);

} // namespace packbench
