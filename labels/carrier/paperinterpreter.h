#pragma once

#include "labels/carrier/canvas.h"
#include "labels/carrier/interpreter.h"
#include "labels/carrier/printerfont.h"
#include "labels/symbol.h"

#include <QHash>
#include <QSet>

namespace packbench {

enum class Side { Left, Centre, Right };

struct TextItem {
    QString text;
    PrinterFont font;
    QPoint at;
    int degrees = 0;
    Side side = Side::Left; ///< which end of the text lies at `at`
    bool isReversed = false;
};

struct CodeItem {
    SymbolKind kind = SymbolKind::Code128;
    QString text;
    SymbolOptions options;
    SymbolDots dots;
    QPoint at;
    int degrees = 0;
    Side side = Side::Left;
    bool hasCaption = false;
    Side captionSide = Side::Centre;
};

/// What TSPL and EPL2 share: one paper that keeps its drawing until it is cleared, findings, and
/// the limits of a stream.
class PaperInterpreter : public CarrierInterpreter {
public:
    explicit PaperInterpreter(const InterpreterSetup& setup);

protected:
    [[nodiscard]] const InterpreterSetup& setup() const { return m_setup; }
    [[nodiscard]] Canvas& canvas() { return m_canvas; }
    void clear() { m_canvas = Canvas(m_canvas.size(), m_setup.dotsPerMm); }
    /// Another, empty paper; a problem when it is larger than allowed.
    void resize(QSize dots);

    /// Once a label for each kind and subject.
    void find(const char* kind, const QByteArray& subject, const QString& text);
    void changesPrinter(const QByteArray& command);
    void refuse(const QString& problem);
    [[nodiscard]] bool isRefused() const { return !m_problem.isEmpty(); }

    /// False when the label or the stream asks for more than it may; then that is known already.
    [[nodiscard]] bool mayDraw(QSize dots, qint64 extra = 0);
    void draw(const QImage& sheet, QPoint at, int degrees, Ink ink = Ink::Black);
    void draw(const TextItem& item);
    void draw(const CodeItem& item, const QByteArray& subject);
    void drawSymbol(const SymbolModules& modules, const CodeItem& item);

    /// A picture or form kept for later; a problem when all of them are too large together.
    void store(const QByteArray& name, const QByteArray& bytes);
    [[nodiscard]] const QByteArray* stored(const QByteArray& name) const;

    void print(qint64 copies, bool isTurned, bool isMirrored);
    /// What was found since the last label becomes part of it.
    void finish();
    void noteMissing(const QString& missing);
    /// Text of that code page; where the stream names none, of UTF-8 if it can be, with a finding.
    [[nodiscard]] QString decoded(const QByteArray& bytes, const QByteArray& codePage);

private:
    [[nodiscard]] QImage withCaption(const QImage& bars, const QString& words, Side side);

    InterpreterSetup m_setup;
    Canvas m_canvas;
    QList<LabelFinding> m_findings;
    QSet<QByteArray> m_found;
    QHash<QByteArray, QByteArray> m_stored;
    qsizetype m_storedBytes = 0;
    qint64 m_budget;
    int m_drawings = 0;
    int m_count = 0;
    bool m_hasPrinted = false;
};

/// The name of a command or of a thing, as it may stand in a sentence.
[[nodiscard]] QString quoted(const QByteArray& name);

} // namespace packbench
