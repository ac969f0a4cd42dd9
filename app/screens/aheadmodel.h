#pragma once

#include "bench/benchworker.h"

#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace packbench {

/// Whether the labels of all due orders can be printed: how far the look at them is, and what it
/// found.
class AheadModel : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(AheadModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(bool running READ isRunning NOTIFY boardChanged)
    Q_PROPERTY(bool cancelled READ isCancelled NOTIFY boardChanged)
    Q_PROPERTY(bool arrived READ hasArrived NOTIFY boardChanged) ///< it was begun once
    Q_PROPERTY(int total READ total NOTIFY boardChanged)
    Q_PROPERTY(int done READ done NOTIFY boardChanged)
    Q_PROPERTY(int stopped READ stopped NOTIFY boardChanged)
    Q_PROPERTY(int leftOut READ leftOut NOTIFY boardChanged)
    /// The first orders with findings: order, text, stops.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY boardChanged)
public:
    explicit AheadModel(BenchPort& bench);

    void speak(Language language);
    Q_INVOKABLE void start() { m_bench.tryLabelsAhead(); }
    Q_INVOKABLE void cancel() { m_bench.cancelLabelsAhead(); }

    [[nodiscard]] bool isRunning() const { return m_board.isRunning; }
    [[nodiscard]] bool isCancelled() const { return m_board.isCancelled; }
    [[nodiscard]] bool hasArrived() const { return m_hasArrived; }
    [[nodiscard]] int total() const { return m_board.total; }
    [[nodiscard]] int done() const { return m_board.done; }
    [[nodiscard]] int stopped() const { return m_board.stopped; }
    [[nodiscard]] int leftOut() const { return m_board.leftOut; }
    [[nodiscard]] QVariantList rows() const;

Q_SIGNALS:
    void boardChanged();

private:
    BenchPort& m_bench;
    Language m_language = Language::Chinese;
    AheadBoard m_board;
    bool m_hasArrived = false;
};

} // namespace packbench
