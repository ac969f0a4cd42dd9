#pragma once

#include "drivers/stopwatch.h"
#include "drivers/transports/tapehead.h"

#include <QIODevice>
#include <QList>

namespace packbench {

/// One call of a transport, as it stands on a tape: a line of words. The first number is the
/// deadline it was given, the second how long it took, both in milliseconds.
///   write <ms> <took> <bytes in hex> <end> <taken> <submitted 0|1>
///   read <ms> <took> <bytes in hex, "-" for none>
///   arrive <ms> <took> <bytes left>
///   hint 0 <took> nothing|paper-out|gone
/// A line that begins with # is the head's, or a remark.
struct TapeLine {
    enum class Call { Write, Read, Arrive, Hint };
    Call call = Call::Write;
    int milliseconds = 0; ///< the deadline
    qint64 took = 0;      ///< milliseconds
    QByteArray bytes;
    Transfer transfer;
    qint64 left = 0;
    Transport::Hint hint = Transport::Hint::Nothing;
};

[[nodiscard]] QByteArray lineOf(const TapeLine& line);
/// Nothing: the line is not of this form.
[[nodiscard]] std::optional<TapeLine> tapeLineFrom(const QByteArray& line);

/// A tape as read from its file.
struct Tape {
    TapeHead head;
    QList<TapeLine> lines;
};
struct TapeReading {
    Tape tape;
    QString problem; ///< a sentence when it is none
};
[[nodiscard]] TapeReading tapeFrom(const QByteArray& text);

/// Writes down every call to the transport behind it, with what came of it.
class TapeRecorder : public Transport {
public:
    /// Writes the head at once. @param tape must outlive the recorder.
    TapeRecorder(const PrinterDescription& printer, std::unique_ptr<Transport> device,
                 QIODevice& tape, Stopwatch stopwatch = steadyStopwatch());

    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override;
    [[nodiscard]] qint64 awaitArrival(int milliseconds) override;
    [[nodiscard]] QByteArray read(int milliseconds) override;
    [[nodiscard]] bool isTwoWay() const override { return m_device->isTwoWay(); }
    [[nodiscard]] bool keepsBack() const override { return m_device->keepsBack(); }
    [[nodiscard]] QString obstacle() const override { return m_device->obstacle(); }
    [[nodiscard]] Hint hint() override;

private:
    void note(TapeLine line, qint64 since);

    std::unique_ptr<Transport> m_device;
    QIODevice& m_tape;
    Stopwatch m_stopwatch;
};

/// Plays a tape: gives the answers of then to the calls of now, errors included, and says where
/// they part. Time is the tape's, too: each call takes as long as it did.
class TapePlayer : public Transport {
public:
    /// How the calls of now go along the tape.
    struct Course {
        QString difference; ///< where they first differ; empty = nowhere yet
        qsizetype played = 0;
        qint64 now = 0; ///< milliseconds of the tape's time

        [[nodiscard]] Stopwatch stopwatch() {
            return [this] { return now; };
        }
    };
    /// @param course must outlive the player.
    TapePlayer(Tape tape, Course& course);
    /// What the tape has left then, nobody called: a difference, too.
    ~TapePlayer() override;

    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override;
    [[nodiscard]] qint64 awaitArrival(int milliseconds) override;
    [[nodiscard]] QByteArray read(int milliseconds) override;
    [[nodiscard]] bool isTwoWay() const override { return m_tape.head.isTwoWay; }
    [[nodiscard]] bool keepsBack() const override { return m_tape.head.keepsBack; }
    [[nodiscard]] Hint hint() override;

private:
    [[nodiscard]] const TapeLine* next(TapeLine::Call call, int milliseconds);
    void differ(const QString& how);

    Tape m_tape;
    Course& m_course;
};

} // namespace packbench
