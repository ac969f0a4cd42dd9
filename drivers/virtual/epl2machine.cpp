#include "drivers/virtual/epl2machine.h"

#include <QRegularExpression>

namespace packbench {
namespace {

constexpr qsizetype kLongestHead = 128;
constexpr qint64 kMostPictureBytes = 8'000'000;

// EPL2 manual, error codes.
const char* codeOf(PrinterState state) {
    switch (state) {
    case PrinterState::Ready: return "00";
    case PrinterState::Printing: return "50";
    case PrinterState::Paused: return "12";
    case PrinterState::PaperOut:
    case PrinterState::RibbonOut: return "07";
    case PrinterState::HeadOpen: return "11";
    case PrinterState::CutterFault: return "81";
    case PrinterState::TooHot: return "13";
    case PrinterState::Fault:
    case PrinterState::Unplugged:
    case PrinterState::Unknown: break;
    }
    return "80";
}

} // namespace

// GWx,y,bytes a row,rows, and the data behind the comma or a line's end; GM"name"size, a line's end
// and the data.
std::optional<qsizetype> Epl2Machine::pictureLength() const {
    static const QRegularExpression drawn(
        QStringLiteral("^GW\\d{1,5},\\d{1,5},(\\d{1,4}),(\\d{1,5})(?:,|\\r?\\n)"));
    static const QRegularExpression stored(QStringLiteral("^GM\"[^\"\\r\\n]*\"(\\d{1,8})\\r?\\n"));
    const QString head = QString::fromLatin1(input().left(kLongestHead));
    auto match = drawn.match(head);
    qint64 size = match.captured(1).toLongLong() * match.captured(2).toLongLong();
    if (!match.hasMatch()) {
        match = stored.match(head);
        size = match.captured(1).toLongLong();
    }
    if (!match.hasMatch() || size > kMostPictureBytes)
        return std::nullopt;
    return match.capturedLength() + qsizetype(size);
}

Epl2Machine::Step Epl2Machine::readOne() {
    const auto picture = pictureLength();
    if (picture && input().size() < *picture)
        return Step::NeedsMore;
    const auto length = picture ? picture : lineLength();
    if (!length)
        return Step::NeedsMore;
    const QByteArray line = input().left(*length);
    // A question, and the line's end in front of it, are no part of a label.
    if (line.trimmed() == "^ee") {
        drop(*length);
        addQuery("^ee");
    } else if (line == "\r\n") {
        drop(*length);
    } else {
        draw(keep(*length));
    }
    return Step::Done;
}

void Epl2Machine::draw(const QByteArray& bytes) {
    const QList<CarrierLabel> labels = m_drawn.take(bytes);
    if (m_drawn.isBroken())
        setFault();
    const QByteArray label = labels.isEmpty() ? QByteArray() : takeLabelBytes();
    for (const CarrierLabel& drawn : labels)
        addLabel(drawn.page, label, drawn.copies);
}

QByteArray Epl2Machine::statusAnswer(const QByteArray& query, PrinterState state,
                                     int labelsWaiting) const {
    Q_UNUSED(query)
    QByteArray answer = codeOf(state);
    if (answer == "07")
        answer += 'P' + QByteArray::number(labelsWaiting).rightJustified(3, '0');
    return answer + "\r\n";
}

} // namespace packbench
