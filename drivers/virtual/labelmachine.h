#pragma once

#include "drivers/printerlanguage.h"

#include <QList>

#include <memory>
#include <utility>

namespace packbench {

/// One label a printer has understood, and the bytes it was made from.
struct UnderstoodLabel {
    Page page;
    QByteArray bytes;
};

/// What the virtual printer makes of the bytes it is sent. Written apart from the encoders, so that
/// a mistake in one cannot hide in the other. Understands our own streams; what it does not know
/// it ignores, as printers do; what it cannot read makes it stop in `isFaulty`.
class LabelMachine {
public:
    LabelMachine() = default;
    LabelMachine(const LabelMachine&) = delete;
    LabelMachine& operator=(const LabelMachine&) = delete;
    virtual ~LabelMachine() = default;

    virtual void take(const QByteArray& bytes) = 0;
    /// What the printer answers to one of its queries. A query it does not know: empty.
    [[nodiscard]] virtual QByteArray statusAnswer(const QByteArray& query, PrinterState state,
                                                  int labelsWaiting) const = 0;

    /// What it answers to a question for its label counter, where its language has one.
    [[nodiscard]] virtual QByteArray counterAnswer(const QByteArray& query, qint64 count) const {
        Q_UNUSED(query)
        Q_UNUSED(count)
        return {};
    }
    /// It was told to drop every label before those it understood since.
    [[nodiscard]] bool takeDrop() { return std::exchange(m_drops, false); }

    [[nodiscard]] QList<UnderstoodLabel> takeLabels() {
        m_held = 0;
        return std::exchange(m_labels, {});
    }
    [[nodiscard]] QList<QByteArray> takeQueries() { return std::exchange(m_queries, {}); }
    [[nodiscard]] bool isFaulty() const { return m_isFaulty; }
    void clearFault() { m_isFaulty = false; }

protected:
    /// More than 64 MB of labels that nobody has taken yet is no order of anybody's: a fault.
    void addLabel(const Page& page, const QByteArray& bytes, int copies);
    /// More than this many unanswered ones at once are noise.
    void addQuery(const QByteArray& query) {
        if (m_queries.size() < kMostQueries)
            m_queries.append(query);
    }
    void setFault() { m_isFaulty = true; }
    void dropLabels() {
        m_labels.clear();
        m_held = 0;
        m_drops = true;
    }

private:
    QList<UnderstoodLabel> m_labels;
    qsizetype m_held = 0; ///< bytes of the pages in m_labels
    static constexpr qsizetype kMostQueries = 64;
    QList<QByteArray> m_queries;
    bool m_isFaulty = false;
    bool m_drops = false;
};

[[nodiscard]] std::unique_ptr<LabelMachine> labelMachine(PrinterLanguage language, int dotsPerMm);

/// A picture block as a label language describes it: 1 = black, whole bytes a row.
struct PictureBlock {
    int x = 0;
    int y = 0;
    int bytesPerRow = 0;
    QByteArray bits;
};

/// Adds a block's black to the page; what lies outside is cut off.
void draw(Page& page, const PictureBlock& block);

/// No label of any printer is larger; a stream asking for more is refused.
[[nodiscard]] bool isPossibleSize(int width, int height);

} // namespace packbench
