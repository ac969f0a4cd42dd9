#include "drivers/virtual/zplmachine.h"

#include <utility>

namespace packbench {
namespace {

constexpr qsizetype kLongestLabel = 32 * 1024 * 1024;

// ~HQES, ZPL manual: errors of group 1.
quint32 errorOf(PrinterState state) {
    switch (state) {
    case PrinterState::PaperOut: return 0x1;
    case PrinterState::RibbonOut: return 0x2;
    case PrinterState::HeadOpen: return 0x4;
    case PrinterState::CutterFault: return 0x8;
    case PrinterState::TooHot: return 0x10;
    case PrinterState::Paused: return 0x10000;
    case PrinterState::Fault: return 0x80;
    case PrinterState::Ready:
    case PrinterState::Printing:
    case PrinterState::Unplugged:
    case PrinterState::Unknown: break;
    }
    return 0;
}

QByteArray errorsAnswer(PrinterState state) {
    const quint32 errors = errorOf(state);
    return "\x02\r\n\r\n  PRINTER STATUS\r\n   ERRORS:         " +
           QByteArray(errors != 0 ? "1" : "0") + " 00000000 " +
           QByteArray::number(errors, 16).rightJustified(8, '0').toUpper() +
           "\r\n   WARNINGS:       0 00000000 00000000\r\n\x03\r\n";
}

const QByteArray kCounterQuery = "! U1 getvar \"odometer.total_label_count\"\r\n";

QByteArray hsString(const QByteArray& fields) {
    return "\x02" + fields + "\x03\r\n";
}

} // namespace

void ZplMachine::take(const QByteArray& sent) {
    const QByteArray bytes = withoutCounterQuery(sent);
    m_input += bytes;
    m_reader.take(bytes);
    while (const auto command = m_reader.next()) {
        const qsizetype size = m_reader.position() - m_read;
        obey(*command, m_input.left(size));
        m_input.remove(0, size);
        m_read += size;
    }
    if (!m_reader.isTooLong())
        return;
    setFault();
    m_reader = {};
    m_input.clear();
    m_label.clear();
    m_read = 0;
}

void ZplMachine::obey(const ZplCommand& command, const QByteArray& bytes) {
    if (command.isControl && (command.name == "HS" || command.name == "HI")) {
        addQuery('~' + command.name);
    } else if (command.isControl && command.name == "HQ") {
        if (command.parameters.startsWith("ES"))
            addQuery("~HQES");
    } else if (command.isControl && command.name == "JX") {
        m_label.clear();
    } else if (command.isControl && command.name == "JA") {
        m_label.clear();
        dropLabels();
    } else {
        m_label += bytes;
        if (command.is("XZ"))
            finishFormat();
        if (m_label.size() > kLongestLabel) // a format that never ends
            m_label.clear();
    }
}

void ZplMachine::finishFormat() {
    const QByteArray bytes = std::exchange(m_label, {}) + '\n';
    const QList<CarrierLabel> labels = m_drawn.take(bytes);
    if (m_drawn.isBroken())
        setFault();
    for (const CarrierLabel& label : labels) {
        m_length = label.page.height;
        addLabel(label.page, bytes, label.copies);
    }
}

/// It is no ZPL. Whoever asks sends it in one piece, between labels.
QByteArray ZplMachine::withoutCounterQuery(const QByteArray& bytes) {
    if (!bytes.contains(kCounterQuery))
        return bytes;
    addQuery(kCounterQuery);
    return QByteArray(bytes).replace(kCounterQuery, QByteArray());
}

QByteArray ZplMachine::counterAnswer(const QByteArray& query, qint64 count) const {
    return query == kCounterQuery ? '"' + QByteArray::number(count) + '"' : QByteArray();
}

QByteArray ZplMachine::statusAnswer(const QByteArray& query, PrinterState state,
                                    int labelsWaiting) const {
    if (query == kCounterQuery)
        return {};
    if (query == "~HQES")
        return errorsAnswer(state);
    if (query == "~HI")
        return hsString("Virtual printer,V1," + QByteArray::number(m_dotsPerMm) + ",32768");
    const auto flag = [state](PrinterState asked) -> QByteArray {
        return state == asked ? "1" : "0";
    };
    const QByteArray length = QByteArray::number(m_length).rightJustified(4, '0');
    const QByteArray waiting = QByteArray::number(labelsWaiting).rightJustified(3, '0');
    const QByteArray formats =
        state == PrinterState::Printing && labelsWaiting == 0 ? "001" : waiting;
    return hsString("030," + flag(PrinterState::PaperOut) + ',' + flag(PrinterState::Paused) + ',' +
                    length + ',' + formats + ",0,0,0,000," + flag(PrinterState::Fault) + ",0," +
                    flag(PrinterState::TooHot)) +
           hsString("000,0," + flag(PrinterState::HeadOpen) + ',' + flag(PrinterState::RibbonOut) +
                    ",0,2,6,0,00000000,1,000") +
           hsString("1234,0");
}

} // namespace packbench
