#pragma once

#include "drivers/transport.h"

#include <QDir>

namespace packbench {

/// Labels as files in a folder, for another program that prints them: each appears whole, under the
/// next number.
class SpoolTransport : public Transport {
public:
    SpoolTransport(const QDir& folder, QString ending)
        : m_folder(folder), m_ending(std::move(ending)) {}

    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override;
    /// Writes the label's file; what could not be written stays "on its way".
    [[nodiscard]] qint64 awaitArrival(int milliseconds) override;
    [[nodiscard]] bool keepsBack() const override { return true; }
    [[nodiscard]] QString obstacle() const override { return m_obstacle; }
    [[nodiscard]] QByteArray read(int milliseconds) override;
    [[nodiscard]] bool isTwoWay() const override { return false; }
    [[nodiscard]] Hint hint() override;

private:
    [[nodiscard]] int writeLabel();

    QDir m_folder;
    QString m_ending;
    QByteArray m_label;
    QString m_obstacle;
};

} // namespace packbench
