#include "bench/testlabel.h"
#include "cli/commands.h"
#include "cli/deviceway.h"
#include "drivers/transports/tape.h"
#include "shipping/fault.h"

#include <QFile>
#include <QJsonObject>

namespace packbench {

namespace {

Tape tapeIn(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(
            FileError::Code::Missing,
            QStringLiteral("The tape '%1' cannot be read: %2.").arg(path, file.errorString()));
    TapeReading reading = tapeFrom(file.readAll());
    if (!reading.problem.isEmpty())
        throw FileError(FileError::Code::BadForm,
                        QStringLiteral("'%1' is no tape: %2.").arg(path, reading.problem));
    return std::move(reading.tape);
}

QByteArray testBytes(const PrinterDescription& printer) {
    return encode(printer.language, testPage(printer, {}), printer.setup);
}

} // namespace

int runTapeRecord(const QStringList& arguments) {
    const Invocation call(arguments, {printerOption()});
    const QString path = call.onlyWord(QStringLiteral("the tape's file"));
    DeviceWay way(call);
    const PrinterDescription printer = way.description(printerNamed(call));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        throw FileError(
            FileError::Code::NotWritable,
            QStringLiteral("The tape '%1' cannot be made: %2.").arg(path, file.errorString()));
    const std::atomic<bool> never = false;
    Conversation conversation(
        printer, std::make_unique<TapeRecorder>(printer, way.transport(printerNamed(call)), file));
    const SendReport report = conversation.send(testBytes(printer), never);
    const bool isTaken = report.end == SendReport::End::Accepted;
    if (call.json())
        print(QJsonDocument(QJsonObject{{"file", path},
                                        {"bytes", report.bytesTaken},
                                        {"state", word(report.state)},
                                        {"ok", isTaken}}));
    else
        printLine(isTaken ? QStringLiteral("%1: %2 bytes taken, %3")
                                .arg(path)
                                .arg(report.bytesTaken)
                                .arg(word(report.state))
                          : report.sentence);
    return isTaken ? kDone : kDoneWithFindings;
}

int runTapeReplay(const QStringList& arguments) {
    const Invocation call(arguments, {});
    const Tape tape = tapeIn(call.onlyWord(QStringLiteral("the tape's file")));
    TapePlayer::Course course;
    const std::atomic<bool> never = false;
    auto conversation = std::make_unique<Conversation>(
        tape.head.printer, std::make_unique<TapePlayer>(tape, course), course.stopwatch());
    const SendReport report = conversation->send(testBytes(tape.head.printer), never);
    conversation.reset(); // says what the tape has left
    const bool isSame = course.difference.isEmpty();
    if (call.json())
        print(QJsonDocument(
            QJsonObject{{"ok", isSame},
                        {"calls", course.played},
                        {"state", word(report.state)},
                        {"difference", isSame ? QJsonValue() : QJsonValue(course.difference)}}));
    else
        printLine(isSame ? QStringLiteral("The same, %1 calls.").arg(course.played)
                         : course.difference);
    return isSame ? kDone : kDoneWithFindings;
}

} // namespace packbench
