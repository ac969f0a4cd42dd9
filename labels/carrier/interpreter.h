#pragma once

#include "labels/layout.h"
#include "labels/page.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <utility>

namespace packbench {

/// A label that a stream of a printer language asked for, as a printer would draw it.
struct CarrierLabel {
    Page page;
    int copies = 1;
    QList<LabelFinding> findings; ///< of this label: what was not understood, not drawn, cut off
};

/// What the stream does not say: the printer it was made for.
struct InterpreterSetup {
    int dotsPerMm = 8;
    QSize pageDots{812, 1218}; ///< until the stream gives a size
    bool obeysLength = true; ///< false: the paper ends where pageDots says, as paper with gaps does
    QSize mostDots{4096, 16384};      ///< a label larger than this is refused
    int mostLabels = 1000;            ///< of one stream
    qsizetype mostBytes = 64 << 20;   ///< of stored pictures, forms and labels nobody took
    qsizetype mostDrawings = 100'000; ///< items of one label
    bool tellsUnprovable = false;     ///< codes no reader here can read are findings "not-provable"
    bool isEndless = false;           ///< a printer's own stream: it ends with no number of labels
};

/// Reads a printer language and draws what a printer would print. Takes the stream in any pieces;
/// memory and time are bounded by the setup, whatever the stream says. Commands that change or harm
/// a printer have no effect and are findings ("changes-printer"); unknown ones are findings, too
/// ("unknown-command"), each kind of them once a label. Not for several threads at once.
class CarrierInterpreter {
public:
    CarrierInterpreter() = default;
    CarrierInterpreter(const CarrierInterpreter&) = delete;
    CarrierInterpreter& operator=(const CarrierInterpreter&) = delete;
    virtual ~CarrierInterpreter() = default;

    virtual void take(const QByteArray& bytes) = 0;
    /// The stream is over: what is begun and not ended is a finding of the last label or a problem.
    virtual void end() = 0;

    [[nodiscard]] QList<CarrierLabel> takeLabels() { return std::exchange(m_labels, {}); }
    /// Queries of a status, in the language's own bytes ("~HS"), for whoever answers as a printer.
    [[nodiscard]] QList<QByteArray> takeQueries() { return std::exchange(m_queries, {}); }
    /// One sentence, once the stream cannot be read on; then everything further is ignored.
    [[nodiscard]] const QString& problem() const { return m_problem; }

protected:
    QList<CarrierLabel> m_labels;
    QList<QByteArray> m_queries;
    QString m_problem;
};

[[nodiscard]] std::unique_ptr<CarrierInterpreter> zplInterpreter(const InterpreterSetup& setup);
[[nodiscard]] std::unique_ptr<CarrierInterpreter> tsplInterpreter(const InterpreterSetup& setup);
[[nodiscard]] std::unique_ptr<CarrierInterpreter> epl2Interpreter(const InterpreterSetup& setup);

} // namespace packbench
