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
    bool submitted = true; ///< false only when certainly nothing was handed to the device
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
    /// Bytes counted as taken that have not arrived yet, after waiting for them; always 0 where
    /// taken means arrived. Called at the end of a label: a way that collects (a spool) hands it
    /// over then.
    /// With no time to wait it is asked at a label's bad end: what has not arrived is given up.
    [[nodiscard]] virtual qint64 awaitArrival(int milliseconds) {
        Q_UNUSED(milliseconds)
        return 0;
    }
    /// Whether what has not arrived is certainly still on this side, where nobody sees it.
    [[nodiscard]] virtual bool keepsBack() const { return false; }
    /// What is in the way of the bytes, a sentence with what to do, where this way knows; else
    /// empty.
    [[nodiscard]] virtual QString obstacle() const { return {}; }
    /// Whatever has arrived within `milliseconds`, possibly nothing. Gone or one-way: empty.
    [[nodiscard]] virtual QByteArray read(int milliseconds) = 0;
    /// Whether an answer can ever come back.
    [[nodiscard]] virtual bool isTwoWay() const { return true; }
    /// What can be told of the device beside its byte stream (USB: GET_PORT_STATUS).
    enum class Hint { Nothing, PaperOut, Gone };
    [[nodiscard]] virtual Hint hint() { return Hint::Nothing; }
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
