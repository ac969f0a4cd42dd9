#include "bench/labeldesk.h"

#include "bench/benchworker.h"
#include "bench/desk.h"
#include "bench/labellist.h"
#include "labels/codemeasure.h"
#include "ledger/ledger.h"

#include <QImage>
#include <QThread>

#include <algorithm>
#include <optional>

namespace packbench {

namespace {

constexpr int kLabelsShown = 50;
constexpr qsizetype kMostKept = 1000; ///< grades of labels that may still be looked at

/// The lowest grade of the codes with the label's number; F when none reads. Of our own labels.
QString gradeOfLabel(const QByteArray& png, const QString& waybill) {
    const QImage picture = QImage::fromData(png, "PNG").convertToFormat(QImage::Format_Grayscale8);
    std::optional<CodeGrade> lowest;
    for (const ReadCode& code : readCodes(picture)) {
        if (!code.text.contains(waybill))
            continue;
        const CodeGrade grade = gradeOf(measured(picture, code));
        lowest = std::max(lowest.value_or(grade), grade);
    }
    return word(lowest.value_or(CodeGrade::F));
}

} // namespace

LabelDesk::LabelDesk(Ledger& ledger, Desk& desk, BenchPort& port)
    : m_ledger(ledger), m_desk(desk), m_port(port) {
    m_measuring.setMaxThreadCount(1);
    m_measuring.setThreadPriority(QThread::LowestPriority); // nobody waits for it
    connect(&desk, &Desk::replied, this, [this](const QList<StationReply>& replies) {
        const auto changesList = [](const StationReply& reply) {
            return reply.outcome == u"label-cancelled" || reply.outcome == u"label-not-there";
        };
        if (std::any_of(replies.cbegin(), replies.cend(), changesList))
            tellLabels();
        if (m_hasUncertain)
            tellStartUp();
    });
}

LabelDesk::~LabelDesk() {
    m_measuring.clear();
    m_measuring.waitForDone();
}

void LabelDesk::tellLabels() {
    const QList<LabelRow> rows = labelRows(m_ledger, kLabelsShown);
    Q_EMIT m_port.labelsMade(rows);
    if (m_measured.size() > kMostKept) {
        m_measured.clear();
        m_grades.clear();
    }
    Q_EMIT m_port.labelsGraded(m_grades);
    for (const LabelRow& row : rows) {
        if (row.isOurs && !m_measured.contains(row.copyId))
            measure(row);
    }
}

void LabelDesk::measure(const LabelRow& row) {
    m_measured.insert(row.copyId);
    m_measuring.start([this, id = row.copyId, png = row.png, waybill = row.waybill] {
        const QString grade = gradeOfLabel(png, waybill);
        QMetaObject::invokeMethod(this, [this, id, grade] {
            m_grades.insert(id, grade);
            Q_EMIT m_port.labelsGraded({{id, grade}});
        });
    });
}

void LabelDesk::tellStartUp() {
    const StartUpBoard board = startUpBoard(m_ledger, m_desk.station().stoppedAt());
    m_hasUncertain = !board.uncertain.isEmpty();
    Q_EMIT m_port.startUpMade(board);
}

void LabelDesk::extraParcel(qint64 copyId, const QString& reason) {
    if (const auto copy = m_ledger.labels().copy(copyId))
        m_desk.extraParcel(copy->orderId, reason);
}

} // namespace packbench
