#pragma once

#include "drivers/virtual/labelmachine.h"

namespace packbench {

/// Reads SIZE, CLS, BITMAP, PRINT line by line, and ESC!?, ESC!. between the lines.
class TsplMachine : public LabelMachine {
public:
    explicit TsplMachine(int dotsPerMm) : m_dotsPerMm(dotsPerMm) {}
    void take(const QByteArray& bytes) override;
    [[nodiscard]] QByteArray statusAnswer(PrinterState state, int labelsWaiting) const override;

private:
    enum class Step { Done, NeedsMore };
    [[nodiscard]] Step readOne();
    [[nodiscard]] Step readEscape();
    [[nodiscard]] Step readBitmap();
    [[nodiscard]] QByteArray keep(qsizetype count);
    void obey(const QByteArray& line);
    void setSize(const QByteArray& parameters);
    void print(const QByteArray& parameters);
    [[nodiscard]] int dotsFrom(const QByteArray& length) const;

    int m_dotsPerMm;
    QByteArray m_input;
    QByteArray m_label; ///< the bytes since the last label
    Page m_page;
};

} // namespace packbench
