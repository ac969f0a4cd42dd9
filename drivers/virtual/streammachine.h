#pragma once

#include "drivers/virtual/labelmachine.h"

namespace packbench {

/// A machine that reads its stream piece by piece: lines, and pictures whose bytes are counted.
class StreamMachine : public LabelMachine {
public:
    explicit StreamMachine(int dotsPerMm) : m_dotsPerMm(dotsPerMm) {}
    void take(const QByteArray& bytes) override;

protected:
    enum class Step { Done, NeedsMore };
    /// Reads one command off the input.
    [[nodiscard]] virtual Step readOne() = 0;

    [[nodiscard]] const QByteArray& input() const { return m_input; }
    [[nodiscard]] int dotsPerMm() const { return m_dotsPerMm; }
    /// Takes bytes off the input; they belong to the label that is being made.
    QByteArray keep(qsizetype count);
    /// Takes bytes off the input that are no part of a label: queries.
    void drop(qsizetype count) { m_input.remove(0, count); }
    /// Whatever it was in the midst of.
    void dropInput() {
        m_input.clear();
        m_label.clear();
    }
    /// How long the next line is with its end, as `keepLine` would take it.
    [[nodiscard]] std::optional<qsizetype> lineLength() const;
    /// A line with its end, or all there is once that is too long for one; nothing: more must come.
    [[nodiscard]] std::optional<QByteArray> keepLine();
    [[nodiscard]] QByteArray takeLabelBytes() { return std::exchange(m_label, {}); }

    /// The numbers of a picture's header, `separator` behind each of them, from `from` on.
    struct Header {
        bool isWhole = false; ///< false: more must come
        QList<int> numbers;   ///< fewer than asked for: it is none
        qsizetype end = 0;    ///< where the picture begins
    };
    [[nodiscard]] Header headerAt(qsizetype from, char separator, int count) const;
    /// Whether so many bytes a row and rows can be a picture; else the machine is at fault.
    [[nodiscard]] bool isPossiblePicture(int rowBytes, int rows);

private:
    int m_dotsPerMm;
    QByteArray m_input;
    QByteArray m_label; ///< the bytes since the last label
};

} // namespace packbench
