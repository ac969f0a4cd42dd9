#pragma once

#include "labels/carrier/carrierwire.h"

#include <QString>

#include <atomic>

namespace packbench {

/// Opens label files of others in packbench-reader, a process that has no network and no more than
/// a gigabyte: a hostile file costs one refusal. Waits; not for the GUI's thread.
class ForeignReader {
public:
    /// The program beside this one, unless another is named.
    explicit ForeignReader(const QString& program = QString(), int seconds = 90);

    [[nodiscard]] ForeignFile open(const QByteArray& file, const CarrierWish& wish,
                                   const std::atomic<bool>* cancel = nullptr) const;

private:
    QString m_program;
    int m_seconds;
};

} // namespace packbench
