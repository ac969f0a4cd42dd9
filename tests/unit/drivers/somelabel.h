#pragma once

#include <QByteArray>

namespace packbench::test {

/// Bytes that no shift by a few of them leaves the same.
inline QByteArray label(qsizetype size) {
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(at * 31 + at / 251);
    return bytes;
}

} // namespace packbench::test
