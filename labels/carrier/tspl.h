#pragma once

#include "labels/carrier/paperinterpreter.h"
#include "labels/carrier/tsplarguments.h"
#include "labels/carrier/tsplreader.h"

namespace packbench {

/// Draws what a TSPL printer prints: TSPL/TSPL2 programming manual, without BASIC and variables.
class TsplInterpreter : public PaperInterpreter {
public:
    explicit TsplInterpreter(const InterpreterSetup& setup);
    void take(const QByteArray& bytes) override;
    void end() override;

private:
    using Command = void (TsplInterpreter::*)(TsplValues& values, const TsplCommand& command);
    struct Row {
        const char* name;
        Command obey;
    };
    [[nodiscard]] static Command commandFor(const QByteArray& name);

    void readAll();
    void obey(const TsplCommand& command);
    void obeyLine(const TsplCommand& command);
    void obeyEscape(const QByteArray& sequence);
    void unknown(const TsplCommand& command);
    [[nodiscard]] bool obeyTilde(const TsplCommand& command);
    void complain(const TsplValues& values, const QByteArray& name);

    // tspl.cpp: the paper
    void size(TsplValues& values, const TsplCommand& command);
    void cls(TsplValues& values, const TsplCommand& command);
    void direction(TsplValues& values, const TsplCommand& command);
    void reference(TsplValues& values, const TsplCommand& command);
    void shift(TsplValues& values, const TsplCommand& command);
    void codePage(TsplValues& values, const TsplCommand& command);
    void printOut(TsplValues& values, const TsplCommand& command);
    void set(TsplValues& values, const TsplCommand& command);
    void nothing(TsplValues& values, const TsplCommand& command);
    void paperMoves(TsplValues& values, const TsplCommand& command);
    void printerChanges(TsplValues& values, const TsplCommand& command);
    void basic(TsplValues& values, const TsplCommand& command);

    // tspltext.cpp
    void text(TsplValues& values, const TsplCommand& command);
    void block(TsplValues& values, const TsplCommand& command);
    [[nodiscard]] PrinterFont fontOf(const QByteArray& name, double across, double down);
    [[nodiscard]] QString textOf(const QByteArray& bytes, const QByteArray& font);

    // tsplcodes.cpp
    void barcode(TsplValues& values, const TsplCommand& command);
    void qrCode(TsplValues& values, const TsplCommand& command);
    void dataMatrix(TsplValues& values, const TsplCommand& command);
    void pdf417(TsplValues& values, const TsplCommand& command);
    void microPdf417(TsplValues& values, const TsplCommand& command);
    void aztec(TsplValues& values, const TsplCommand& command);
    void maxiCode(TsplValues& values, const TsplCommand& command);
    void drawCode(TsplValues& values, const TsplCommand& command, const CodeItem& item);

    // tsplshapes.cpp
    void bar(TsplValues& values, const TsplCommand& command);
    void box(TsplValues& values, const TsplCommand& command);
    void circle(TsplValues& values, const TsplCommand& command);
    void ellipse(TsplValues& values, const TsplCommand& command);
    void diagonal(TsplValues& values, const TsplCommand& command);
    void reverse(TsplValues& values, const TsplCommand& command);
    void erase(TsplValues& values, const TsplCommand& command);
    void fill(TsplValues& values, const TsplCommand& command, Ink ink);
    void bitmap(TsplValues& values, const TsplCommand& command);
    void putPicture(TsplValues& values, const TsplCommand& command);
    void download(TsplValues& values, const TsplCommand& command);

    /// Where a point of the label lies: REFERENCE and SHIFT move it.
    [[nodiscard]] QPoint at(TsplValues& values, qsizetype index = 0) const;
    [[nodiscard]] bool isUsable(const TsplValues& values, const TsplCommand& command);
    [[nodiscard]] bool isDrawable(QSize dots, const TsplCommand& command);

    TsplReader m_reader;
    QPoint m_reference;
    QPoint m_shift;
    bool m_isTurned = false;
    bool m_isMirrored = false;
    QByteArray m_codePage; ///< empty until the stream says one
    bool m_isOver = false;
};

} // namespace packbench
