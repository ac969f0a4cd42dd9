#include "drivers/zpl/zplstatus.h"

#include <QList>

#include <algorithm>

namespace packbench {
namespace {

using Fields = QList<QByteArray>;

constexpr char kStx = '\x02';
constexpr char kEtx = '\x03';

// Field numbers of the ZPL manual's ~HS table, from 0. Newer firmware appends fields.
enum First {
    PaperOut = 1,
    Pause = 2,
    Formats = 4,
    BufferFull = 5,
    Diagnostic = 6,
    Partial = 7,
    CorruptMemory = 9,
    TooCold = 10,
    TooHot = 11,
    kFirstFields = 12
};
enum Second { HeadUp = 2, RibbonOut = 3, LabelWaits = 7, Remaining = 8, kSecondFields = 11 };

bool isNumber(const QByteArray& field) {
    return !field.isEmpty() &&
           std::all_of(field.cbegin(), field.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isSet(const Fields& fields, int index) {
    const QByteArray& field = fields.at(index);
    return std::any_of(field.cbegin(), field.cend(), [](char c) { return c != '0'; });
}

QList<Fields> stringsIn(const QByteArray& answer) {
    QList<Fields> strings;
    qsizetype start = answer.indexOf(kStx);
    while (start >= 0) {
        const qsizetype end = answer.indexOf(kEtx, start);
        if (end < 0)
            break;
        const qsizetype inner = answer.lastIndexOf(kStx, end);
        Fields fields = answer.mid(inner + 1, end - inner - 1).split(',');
        if (std::all_of(fields.cbegin(), fields.cend(), isNumber))
            strings.append(fields);
        else
            strings.append(Fields{});
        start = answer.indexOf(kStx, end);
    }
    return strings;
}

std::optional<PrinterState> troubleIn(const Fields& first) {
    if (isSet(first, PaperOut))
        return PrinterState::PaperOut;
    if (isSet(first, TooHot))
        return PrinterState::TooHot;
    if (isSet(first, CorruptMemory) || isSet(first, TooCold) || isSet(first, Diagnostic))
        return PrinterState::Fault;
    return std::nullopt;
}

// An open head often raises "paper out" as well, and an empty printer also pauses: the cause first.
PrinterState stateOf(const Fields& first, const Fields& second) {
    if (isSet(second, HeadUp))
        return PrinterState::HeadOpen;
    if (isSet(second, RibbonOut) && !isSet(first, PaperOut))
        return PrinterState::RibbonOut;
    if (const auto trouble = troubleIn(first))
        return *trouble;
    if (isSet(first, Pause))
        return PrinterState::Paused;
    const bool busy = isSet(first, Formats) || isSet(first, BufferFull) || isSet(first, Partial) ||
                      isSet(second, LabelWaits) || isSet(second, Remaining);
    return busy ? PrinterState::Printing : PrinterState::Ready;
}

bool isFirst(const Fields& fields) {
    return fields.size() >= kFirstFields;
}

} // namespace

PrinterStatus zplStatusFrom(const QByteArray& answer) {
    PrinterStatus status;
    const QList<Fields> strings = stringsIn(answer);
    for (qsizetype at = strings.size() - 2; at >= 0; --at) {
        const Fields& second = strings.at(at + 1);
        if (!isFirst(strings.at(at)) || second.size() < kSecondFields)
            continue;
        status.state = stateOf(strings.at(at), second);
        status.labelsRemaining = second.at(Remaining).toInt();
        return status;
    }
    if (!strings.isEmpty() && isFirst(strings.last()))
        status.state = troubleIn(strings.last()).value_or(PrinterState::Unknown);
    return status;
}

bool isWholeZplStatus(const QByteArray& answer) {
    return answer.count(kEtx) >= 3;
}

} // namespace packbench
