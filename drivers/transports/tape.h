#pragma once

#include "drivers/transport.h"

#include <QIODevice>
#include <QList>

#include <functional>

namespace packbench {

/// One call of a transport, as it stands on a tape: a line of words.
///   write <ms> <bytes in hex> <end> <taken> <submitted 0|1>
///   read <ms> <bytes in hex, "-" for none>
///   arrive <ms> <bytes left>
///   hint nothing|paper-out|gone
/// A line that begins with # is a remark.
struct TapeLine {
    enum class Call { Write, Read, Arrive, Hint };
    Call call = Call::Write;
    int milliseconds = 0;
    QByteArray bytes;
    Transfer transfer;
    qint64 left = 0;
    Transport::Hint hint = Transport::Hint::Nothing;
};

[[nodiscard]] QByteArray lineOf(const TapeLine& line);
/// Nothing: the line is not of this form.
[[nodiscard]] std::optional<TapeLine> tapeLineFrom(const QByteArray& line);

/// Writes down every call to the transport behind it, with what came of it.
class TapeRecorder : public Transport {
public:
    /// @param tape must outlive the recorder.
    TapeRecorder(std::unique_ptr<Transport> device, QIODevice& tape);

    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override;
    [[nodiscard]] qint64 awaitArrival(int milliseconds) override;
    [[nodiscard]] QByteArray read(int milliseconds) override;
    [[nodiscard]] bool isTwoWay() const override { return m_device->isTwoWay(); }
    [[nodiscard]] Hint hint() override;

private:
    void note(const TapeLine& line);

    std::unique_ptr<Transport> m_device;
    QIODevice& m_tape;
};

/// Plays a tape: gives the answers of then to the calls of now, errors included, and says where
/// they part.
class TapePlayer : public Transport {
public:
    /// Where the calls of now first differ from the tape's; empty = nowhere yet.
    struct Course {
        QString difference;
        qsizetype played = 0;
    };
    /// @param course must outlive the player.
    TapePlayer(QList<TapeLine> tape, Course& course);

    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override;
    [[nodiscard]] qint64 awaitArrival(int milliseconds) override;
    [[nodiscard]] QByteArray read(int milliseconds) override;
    [[nodiscard]] Hint hint() override;

private:
    [[nodiscard]] const TapeLine* next(TapeLine::Call call);
    void differ(const QString& how);

    QList<TapeLine> m_tape;
    Course& m_course;
};

} // namespace packbench
