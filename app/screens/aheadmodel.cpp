#include "screens/aheadmodel.h"

#include "bench/devicewords.h"
#include "bench/labelwords.h"
#include "screens/shownwords.h"

namespace packbench {

AheadModel::AheadModel(BenchPort& bench) : m_bench(bench) {
    connect(&bench, &BenchPort::labelsAheadMade, this, [this](const AheadBoard& board) {
        m_board = board;
        m_hasArrived = true;
        Q_EMIT boardChanged();
    });
}

void AheadModel::speak(Language language) {
    m_language = language;
    Q_EMIT boardChanged();
}

QVariantList AheadModel::rows() const {
    QVariantList out;
    for (const AheadRow& row : m_board.rows) {
        const QString text = labelWords(deviceWords(row.text, m_language), m_language);
        out.append(QVariantMap{{QStringLiteral("order"), tail(row.key.number, 5)},
                               {QStringLiteral("text"), text},
                               {QStringLiteral("stops"), row.stops}});
    }
    return out;
}

} // namespace packbench
