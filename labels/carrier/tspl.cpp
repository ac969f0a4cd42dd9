#include "labels/carrier/tspl.h"

#include "labels/carrier/codepage.h"

#include <algorithm>
#include <cmath>

namespace packbench {

TsplInterpreter::TsplInterpreter(const InterpreterSetup& setup)
    : PaperInterpreter(setup), m_reader(setup.mostDots, setup.mostBytes) {}

TsplInterpreter::Command TsplInterpreter::commandFor(const QByteArray& name) {
    using T = TsplInterpreter;
    static const QHash<QByteArray, Command> commands = [] {
        QHash<QByteArray, Command> table;
        const auto all = [&table](const char* names, Command command) {
            for (const QByteArray& each : QByteArray(names).split(' '))
                table.insert(each, command);
        };
        const Row rows[] = {{"SIZE", &T::size},
                            {"CLS", &T::cls},
                            {"DIRECTION", &T::direction},
                            {"REFERENCE", &T::reference},
                            {"SHIFT", &T::shift},
                            {"CODEPAGE", &T::codePage},
                            {"PRINT", &T::printOut},
                            {"SET", &T::set},
                            {"TEXT", &T::text},
                            {"BLOCK", &T::block},
                            {"BARCODE", &T::barcode},
                            {"QRCODE", &T::qrCode},
                            {"DMATRIX", &T::dataMatrix},
                            {"PDF417", &T::pdf417},
                            {"MPDF417", &T::microPdf417},
                            {"AZTEC", &T::aztec},
                            {"MAXICODE", &T::maxiCode},
                            {"BAR", &T::bar},
                            {"BOX", &T::box},
                            {"CIRCLE", &T::circle},
                            {"ELLIPSE", &T::ellipse},
                            {"DIAGONAL", &T::diagonal},
                            {"REVERSE", &T::reverse},
                            {"ERASE", &T::erase},
                            {"BITMAP", &T::bitmap},
                            {"PUTBMP", &T::putPicture},
                            {"PUTPCX", &T::putPicture},
                            {"DOWNLOAD", &T::download}};
        for (const Row& row : rows)
            table.insert(row.name, row.obey);
        all("GAP BLINE OFFSET DENSITY SPEED COUNTRY SOUND BEEP CUT REM EOJ DELAY STRIP PEEL",
            &T::nothing);
        all("FEED BACKFEED BACKUP FORMFEED HOME LIMITFEED", &T::paperMoves);
        all("KILL INITIALPRINTER SELFTEST GAPDETECT BLINEDETECT AUTODETECT FORMAT MOVE RUN EOP "
            "UPDATE RESTORE RESET WLAN NET BT FILES DEBUG DUMP COPY RENAME",
            &T::printerChanges);
        all("FOR NEXT IF ELSE ELSEIF ENDIF WHILE WEND DO LOOP GOTO GOSUB RETURN INPUT READ OPEN "
            "WRITE CLOSE SEEK DIM END EXIT OUT OUTR OUTD LET",
            &T::basic);
        return table;
    }();
    return commands.value(name, nullptr);
}

void TsplInterpreter::take(const QByteArray& bytes) {
    constexpr qsizetype kPiece = 65'536;
    for (qsizetype at = 0; at < bytes.size() && !isRefused() && !m_isOver; at += kPiece) {
        m_reader.add(bytes.mid(at, kPiece));
        readAll();
    }
}

void TsplInterpreter::end() {
    if (m_isOver)
        return;
    m_reader.close();
    readAll();
    m_isOver = true;
    finish();
}

void TsplInterpreter::readAll() {
    while (!isRefused()) {
        const auto command = m_reader.next();
        if (!command)
            return;
        obey(*command);
    }
}

void TsplInterpreter::obey(const TsplCommand& command) {
    switch (command.kind) {
    case TsplCommand::Kind::Escape: obeyEscape(command.name); return;
    case TsplCommand::Kind::Program:
        find("variable", "BASIC",
             QStringLiteral("The stream stores a program; it is not run, and labels made by it are "
                            "missing."));
        return;
    case TsplCommand::Kind::CutShort:
        find("cut-stream", command.name,
             QStringLiteral("The stream ends within the data of %1; it is not drawn.")
                 .arg(quoted(command.name)));
        return;
    case TsplCommand::Kind::TooLong:
        find("bad-parameter", "line",
             QStringLiteral("A line has no end within 64 kB; it is left out."));
        return;
    case TsplCommand::Kind::Line: break;
    }
    if (command.problem.isEmpty())
        obeyLine(command);
    else
        refuse(
            QStringLiteral("%1 announces data of a size or kind that cannot be; nothing behind it "
                           "can be read.")
                .arg(quoted(command.name)));
}

void TsplInterpreter::obeyLine(const TsplCommand& command) {
    const Command known = commandFor(command.name);
    if (known == nullptr) {
        unknown(command);
        return;
    }
    TsplValues values(command, setup().dotsPerMm);
    (this->*known)(values, command);
}

bool TsplInterpreter::isUsable(const TsplValues& values, const TsplCommand& command) {
    if (values.complaint().isEmpty())
        return true;
    complain(values, command.name);
    return false;
}

bool TsplInterpreter::isDrawable(QSize dots, const TsplCommand& command) {
    const QSize most = setup().mostDots;
    if (dots.width() > 0 && dots.height() > 0 && dots.width() <= most.width() &&
        dots.height() <= most.height())
        return true;
    find("bad-parameter", command.name,
         QStringLiteral("%1 asks for a size that cannot be drawn; it is left out.")
             .arg(quoted(command.name)));
    return false;
}

void TsplInterpreter::complain(const TsplValues& values, const QByteArray& name) {
    if (values.isVariable())
        find("variable", name,
             QStringLiteral("%1 is not drawn: %2, and variables are not calculated.")
                 .arg(quoted(name), values.complaint()));
    else
        find("bad-parameter", name,
             QStringLiteral("%1 is not drawn: %2.").arg(quoted(name), values.complaint()));
}

bool TsplInterpreter::obeyTilde(const TsplCommand& command) {
    static const QList<QByteArray> queries{"~!T", "~!@", "~!A", "~!I", "~!F"};
    if (queries.contains(command.name))
        m_queries.append(command.name);
    else if (command.name.startsWith("~!"))
        changesPrinter(command.name);
    else
        return false;
    return true;
}

void TsplInterpreter::unknown(const TsplCommand& command) {
    if (obeyTilde(command))
        return;
    const bool isVariable = command.name.startsWith('@') || command.name.contains('$') ||
                            command.name.endsWith('=') || command.name.endsWith('%') ||
                            command.name.startsWith(':');
    if (isVariable)
        find("variable", command.name,
             QStringLiteral("%1 sets a variable or counter; they are not calculated, and what uses "
                            "it is not drawn.")
                 .arg(quoted(command.name)));
    else
        find("unknown-command", command.name,
             QStringLiteral("The command %1 is not known; it is left out.")
                 .arg(quoted(command.name)));
}

void TsplInterpreter::obeyEscape(const QByteArray& sequence) {
    if (sequence == "\x1b!?" || sequence == "\x1b!S")
        m_queries.append(sequence);
    else if (sequence == "\x1b!.")
        clear();
    else
        changesPrinter("ESC" + sequence.mid(1));
}

void TsplInterpreter::size(TsplValues& values, const TsplCommand& command) {
    const auto length = [&](qsizetype index, int otherwise) {
        if (!values.has(index))
            return otherwise;
        const QByteArray unit = command.arguments.at(index).unit;
        const double inches = unit.isEmpty() ? 25.4 * setup().dotsPerMm : 0;
        if (inches <= 0)
            return values.dots(index);
        const double number = std::min(values.number(index).value_or(0), 1e5);
        return static_cast<int>(std::lround(number * inches));
    };
    const QSize dots(length(0, 0), length(1, canvas().size().height()));
    if (!isUsable(values, command))
        return;
    if (dots.width() <= 0 || dots.height() <= 0) {
        values.complain(QStringLiteral("a label has no such size"));
        complain(values, command.name);
        return;
    }
    resize(dots);
}

void TsplInterpreter::cls(TsplValues&, const TsplCommand&) {
    clear();
}

void TsplInterpreter::direction(TsplValues& values, const TsplCommand& command) {
    const int turned = values.among(0, {0, 1});
    const int mirrored = values.has(1) ? values.among(1, {0, 1}) : 0;
    if (!isUsable(values, command))
        return;
    m_isTurned = turned == 1;
    m_isMirrored = mirrored == 1;
}

void TsplInterpreter::reference(TsplValues& values, const TsplCommand& command) {
    const QPoint point(values.dots(0), values.dots(1));
    if (isUsable(values, command))
        m_reference = point;
}

void TsplInterpreter::shift(TsplValues& values, const TsplCommand& command) {
    const QPoint point =
        values.count() > 1 ? QPoint(values.dots(0), values.dots(1)) : QPoint(0, values.dots(0));
    if (isUsable(values, command))
        m_shift = point;
}

void TsplInterpreter::codePage(TsplValues& values, const TsplCommand& command) {
    const QByteArray page = values.word(0);
    if (isKnownCodePage(page)) {
        m_codePage = page;
        return;
    }
    find("code-page", page,
         QStringLiteral("The code page %1 is not known; letters beyond ASCII may be wrong.")
             .arg(quoted(page)));
    Q_UNUSED(command)
}

void TsplInterpreter::printOut(TsplValues& values, const TsplCommand& command) {
    const double sets = values.count() > 0 ? values.number(0).value_or(1) : 1;
    const double copies = values.has(1) ? values.number(1).value_or(1) : 1;
    if (!isUsable(values, command))
        return;
    // -1 prints the last label once more: it still stands on the canvas.
    print(static_cast<qint64>(std::clamp(sets, 1.0, 1e6) * std::clamp(copies, 1.0, 1e6)),
          m_isTurned, m_isMirrored);
}

void TsplInterpreter::set(TsplValues& values, const TsplCommand& command) {
    static const QList<QByteArray> harmless{"TEAR",    "PEEL",   "CUTTER",   "HEAD",
                                            "GAP",     "RIBBON", "REPRINT",  "PARTIAL_CUTTER",
                                            "STRIPER", "BACK",   "RESPONSE", "ENCODER"};
    const QByteArray word = values.word(0);
    const QByteArray what = word.left(word.indexOf(' ') < 0 ? word.size() : word.indexOf(' '));
    if (what.startsWith("COUNTER"))
        find("variable", "SET COUNTER",
             QStringLiteral("'SET COUNTER' is not followed: counters are not calculated."));
    else if (!harmless.contains(what))
        changesPrinter("SET " + what);
    Q_UNUSED(command)
}

void TsplInterpreter::nothing(TsplValues&, const TsplCommand&) {}

void TsplInterpreter::paperMoves(TsplValues&, const TsplCommand& command) {
    find("moves-paper", command.name,
         QStringLiteral("%1 moves paper without printing; it is left out.")
             .arg(quoted(command.name)));
}

void TsplInterpreter::printerChanges(TsplValues&, const TsplCommand& command) {
    changesPrinter(command.name);
}

void TsplInterpreter::basic(TsplValues&, const TsplCommand& command) {
    find("variable", command.name,
         QStringLiteral("%1 is a program's step; programs are not run.").arg(quoted(command.name)));
}

QPoint TsplInterpreter::at(TsplValues& values, qsizetype index) const {
    return QPoint(values.dots(index), values.dots(index + 1)) + m_reference + m_shift;
}

std::unique_ptr<CarrierInterpreter> tsplInterpreter(const InterpreterSetup& setup) {
    return std::make_unique<TsplInterpreter>(setup);
}

} // namespace packbench
