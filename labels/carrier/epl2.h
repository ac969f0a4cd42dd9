#pragma once

#include "labels/carrier/bytefeed.h"
#include "labels/carrier/paperinterpreter.h"

#include <QByteArrayView>

namespace packbench {

/// One EPL2 line behind its command's letters: values parted by commas, then quoted data.
struct Epl2Values {
    QList<QByteArray> plain; ///< what stands before the data
    QByteArray data;         ///< quotes off, escapes resolved, variables filled in
    QString problem;         ///< no data, no closing quote, a counter in it …
    bool isVariable = false;

    [[nodiscard]] bool has(qsizetype index) const { return !plain.value(index).isEmpty(); }
    /// The number at that place; a problem when there is none.
    [[nodiscard]] int number(qsizetype index);
    [[nodiscard]] int number(qsizetype index, int otherwise);
};

/// Variables of a form by their number, V00 to V99.
using Epl2Variables = QHash<int, QByteArray>;

[[nodiscard]] Epl2Values epl2Values(QByteArrayView text, const Epl2Variables& variables);

/// Draws what an EPL2 printer prints: EPL2 programming manual (Eltron, later Zebra), with stored
/// forms, their variables and stored PCX pictures; without counters.
class Epl2Interpreter : public PaperInterpreter {
public:
    using PaperInterpreter::PaperInterpreter;
    void take(const QByteArray& bytes) override;
    void end() override;

private:
    using Command = void (Epl2Interpreter::*)(QByteArrayView rest);
    struct Row {
        const char* name;
        Command obey;
    };

    // epl2.cpp: the stream and the paper
    void readAll();
    [[nodiscard]] bool readOne();
    [[nodiscard]] bool expectData(const QByteArray& head);
    void obey(const QByteArray& line);
    void unknown(const QByteArray& line);
    [[nodiscard]] bool isForPrinter(const QByteArray& line);
    void newLabel(QByteArrayView rest);
    void width(QByteArrayView rest);
    void length(QByteArrayView rest);
    void reference(QByteArrayView rest);
    void printFromTop(QByteArrayView rest);
    void printFromBottom(QByteArrayView rest);
    void codePage(QByteArrayView rest);
    void printOut(QByteArrayView rest);
    void nothing(QByteArrayView rest);

    // epl2forms.cpp
    void storeForm(QByteArrayView rest);
    void recallForm(QByteArrayView rest);
    void askVariables(QByteArrayView rest);
    void defineVariable(QByteArrayView rest);
    void drawForm();
    [[nodiscard]] bool isTakenByForm(const QByteArray& line);

    // epl2items.cpp
    void text(QByteArrayView rest);
    void lineBlack(QByteArrayView rest);
    void lineInverted(QByteArrayView rest);
    void lineWhite(QByteArrayView rest);
    void lineDiagonal(QByteArrayView rest);
    void box(QByteArrayView rest);
    void picture(QByteArrayView rest);
    void drawStored(QByteArrayView rest);
    void fill(QByteArrayView rest, const char* name, Ink ink);
    [[nodiscard]] PrinterFont fontOf(const QByteArray& name, int across, int down);

    // epl2codes.cpp
    void barcode(QByteArrayView rest);
    void matrixCode(QByteArrayView rest);

    [[nodiscard]] bool isUsable(const Epl2Values& values, const char* name);
    [[nodiscard]] QPoint at(Epl2Values& values) const;

    ByteFeed m_feed;
    bool m_isClosed = false;
    bool m_endedInCr = false;
    QByteArray m_head; ///< of a picture whose data have not come yet
    qsizetype m_wanted = 0;
    QByteArray m_data;
    QPoint m_reference;
    bool m_isTurned = false;
    QByteArray m_codePage;
    QByteArray m_stored; ///< the name of the form being stored
    QByteArray m_lines;  ///< and its lines
    QByteArray m_form;   ///< recalled, to be drawn once its variables are known
    QList<int> m_asked;  ///< variables that still wait for a line each
    Epl2Variables m_variables;
    int m_depth = 0;
};

} // namespace packbench
