#pragma once

#include <QByteArray>
#include <QString>

#include <exception>

namespace packbench {

/// What a transfer came to. The count is always exact: what the device has taken so far.
struct Transfer {
    enum class End { Complete, Timeout, Gone, Stalled, Refused };
    End end = End::Complete;
    qint64 taken = 0;
};

/// The seam between a conversation and the bytes' way to the device.
class Transport {
public:
    Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;
    virtual ~Transport() = default;

    /// Hands over at most all of `chunk` within `milliseconds`; may end early with part taken.
    [[nodiscard]] virtual Transfer write(const QByteArray& chunk, int milliseconds) = 0;
    /// Whatever has arrived within `milliseconds`, possibly nothing. Gone or one-way: empty.
    [[nodiscard]] virtual QByteArray read(int milliseconds) = 0;
};

/// A device cannot be opened or used, in a sentence a person can act on.
class DeviceError : public std::exception {
public:
    enum class Code { NotFound, NoPermission, Busy, Gone, NotAPrinter, Other };
    DeviceError(Code code, const QString& sentence)
        : m_code(code), m_sentence(sentence), m_bytes(sentence.toUtf8()) {}
    [[nodiscard]] Code code() const { return m_code; }
    [[nodiscard]] const QString& sentence() const { return m_sentence; }
    [[nodiscard]] const char* what() const noexcept override { return m_bytes.constData(); }

private:
    Code m_code;
    QString m_sentence;
    QByteArray m_bytes;
};

} // namespace packbench
