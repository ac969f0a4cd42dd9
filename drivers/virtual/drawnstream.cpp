#include "drivers/virtual/drawnstream.h"

#include <algorithm>

namespace packbench {
namespace {

// What a 4 x 6 inch printer takes when nobody told it otherwise.
constexpr int kUsualWidthMm = 104;
constexpr int kUsualLengthMm = 152;
constexpr int kMostDots = 32'000;

bool hasBentPicture(const CarrierLabel& label) {
    return std::any_of(label.findings.cbegin(), label.findings.cend(),
                       [](const LabelFinding& found) { return found.kind == u"bad-graphic"; });
}

} // namespace

DrawnStream::DrawnStream(CarrierLanguage language, int dotsPerMm) : m_language(language) {
    m_setup.dotsPerMm = dotsPerMm;
    m_setup.pageDots = QSize(kUsualWidthMm, kUsualLengthMm) * dotsPerMm;
    m_setup.mostDots = QSize(kMostDots, kMostDots);
    m_setup.isEndless = true;
}

QList<CarrierLabel> DrawnStream::take(const QByteArray& bytes) {
    if (!m_interpreter)
        m_interpreter = carrierInterpreter(m_language, m_setup);
    m_interpreter->take(bytes);
    (void)m_interpreter->takeQueries();
    QList<CarrierLabel> labels = m_interpreter->takeLabels();
    const auto bent = std::remove_if(labels.begin(), labels.end(), hasBentPicture);
    m_isBroken = !m_interpreter->problem().isEmpty() || bent != labels.end();
    labels.erase(bent, labels.end());
    if (!m_interpreter->problem().isEmpty())
        m_interpreter.reset();
    return labels;
}

void DrawnStream::clear() {
    m_interpreter.reset();
}

} // namespace packbench
