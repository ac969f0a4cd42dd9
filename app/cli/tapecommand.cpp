#include "bench/testlabel.h"
#include "cli/commands.h"
#include "cli/deviceway.h"
#include "drivers/transports/tape.h"
#include "shipping/fault.h"

#include <QFile>
#include <QJsonObject>

namespace packbench {

namespace {

/// A tape's first lines say how to speak to whoever is on it.
constexpr char kHead[] = "# packbench tape 1";

QByteArray headOf(const PrinterDescription& printer) {
    return QByteArray(kHead) + "\n# language " + word(printer.language).toUtf8() + " dots " +
           QByteArray::number(printer.dotsPerMm) + " z64 " +
           (printer.setup.compressed ? "yes" : "no") + " transport " + printer.transport.toUtf8() +
           " model " + printer.model.toUtf8() + '\n';
}

struct Tape {
    PrinterDescription printer;
    QList<TapeLine> lines;
};

void readHead(const QByteArray& line, PrinterDescription& printer) {
    const QList<QByteArray> words = line.simplified().split(' ');
    if (words.value(1) != "language")
        return;
    printer.language =
        printerLanguageFromWord(QString::fromUtf8(words.value(2))).value_or(printer.language);
    printer.dotsPerMm = words.value(4).toInt();
    printer.setup.compressed = words.value(6) != "no";
    printer.transport = QString::fromUtf8(words.value(8));
    printer.model = QString::fromUtf8(words.mid(10).join(' '));
}

Tape tapeFrom(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(
            FileError::Code::Missing,
            QStringLiteral("The tape '%1' cannot be read: %2.").arg(path, file.errorString()));
    Tape tape;
    for (int number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine().trimmed();
        if (line.startsWith('#')) {
            readHead(line, tape.printer);
            continue;
        }
        const auto read = tapeLineFrom(line);
        if (!read && !line.isEmpty())
            throw FileError(
                FileError::Code::BadForm,
                QStringLiteral("Line %1 of '%2' is no line of a tape.").arg(number).arg(path));
        if (read)
            tape.lines.append(*read);
    }
    return tape;
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
    file.write(headOf(printer));
    const std::atomic<bool> never = false;
    Conversation conversation(
        printer, std::make_unique<TapeRecorder>(way.transport(printerNamed(call)), file));
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
    const Tape tape = tapeFrom(call.onlyWord(QStringLiteral("the tape's file")));
    TapePlayer::Course course;
    const std::atomic<bool> never = false;
    Conversation conversation(tape.printer, std::make_unique<TapePlayer>(tape.lines, course));
    const SendReport report = conversation.send(testBytes(tape.printer), never);
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
