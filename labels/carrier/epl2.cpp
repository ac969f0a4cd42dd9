#include "labels/carrier/epl2.h"

#include "labels/carrier/codepage.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr qsizetype kLongestLine = 65'536;
constexpr qsizetype kLongestHead = 128;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Where the data of a GW or GM begin: GW's behind its fourth comma or a line's end, GM's behind a
/// line's end.
qsizetype pictureHead(QByteArrayView view) {
    int commas = 4;
    for (qsizetype i = 2; i < std::min(view.size(), kLongestHead); ++i) {
        if (view[i] == '\n') // what CUPS and LPrint send instead of the fourth comma
            return commas == 1 ? i + 1 : -1;
        if (view[i] == ',' && --commas == 0)
            return i + 1;
    }
    return -1;
}

} // namespace

int Epl2Values::number(qsizetype index) {
    bool isNumber = false;
    const int value = plain.value(index).trimmed().toInt(&isNumber);
    if (!isNumber && problem.isEmpty())
        problem = QStringLiteral("its value %1 is no number").arg(index + 1);
    return isNumber ? std::clamp(value, -100'000, 100'000) : 0;
}

int Epl2Values::number(qsizetype index, int otherwise) {
    return has(index) ? number(index) : otherwise;
}

void Epl2Interpreter::take(const QByteArray& bytes) {
    constexpr qsizetype kPiece = 65'536;
    for (qsizetype at = 0; at < bytes.size() && !isRefused() && !m_isClosed; at += kPiece) {
        m_feed.add(bytes.mid(at, kPiece));
        readAll();
    }
}

void Epl2Interpreter::end() {
    if (m_isClosed)
        return;
    m_isClosed = true;
    readAll();
    if (!m_stored.isEmpty())
        find("cut-stream", "FS",
             QStringLiteral("The stream ends within the form %1.").arg(quoted(m_stored)));
    finish();
}

void Epl2Interpreter::readAll() {
    const auto hasMore = [this] { return m_feed.size() > 0 || (m_isClosed && !m_head.isEmpty()); };
    while (!isRefused() && hasMore() && readOne()) {
    }
}

bool Epl2Interpreter::readOne() {
    if (!m_head.isEmpty()) {
        const bool isWhole = m_feed.size() >= m_wanted;
        if (!isWhole && !m_isClosed)
            return false;
        m_data = m_feed.take(m_wanted);
        const QByteArray head = std::exchange(m_head, {});
        if (!isWhole)
            find("cut-stream", head.left(2),
                 QStringLiteral("The stream ends within the data of %1; it is not drawn.")
                     .arg(quoted(head.left(2))));
        else
            obey(head);
        return true;
    }
    // CR LF is one line's end, also where the two come in different pieces.
    if (std::exchange(m_endedInCr, false) && m_feed.view().startsWith('\n')) {
        m_feed.drop(1);
        return true;
    }
    const auto end = m_feed.lineLength();
    const QByteArrayView view = m_feed.view();
    if (view.startsWith("GW")) {
        const qsizetype head = pictureHead(view);
        if (head > 0)
            return expectData(m_feed.take(head));
    }
    if (!end && m_feed.size() > kLongestLine) {
        find("bad-parameter", "line",
             QStringLiteral("A line has no end within 64 kB; it is left out."));
        m_feed.drop(m_feed.size());
        return true;
    }
    if (!end && !m_isClosed)
        return false;
    const QByteArray line = m_feed.take(end.value_or(m_feed.size()));
    m_endedInCr = m_feed.view().startsWith('\r');
    m_feed.drop(end ? 1 : 0);
    if (line.startsWith("GM") && line.count('"') == 2)
        return expectData(line);
    obey(line);
    return true;
}

bool Epl2Interpreter::expectData(const QByteArray& head) {
    qint64 size = -1;
    if (head.startsWith("GM")) {
        bool isNumber = false;
        const qint64 bytes = head.mid(head.lastIndexOf('"') + 1).trimmed().toLongLong(&isNumber);
        size = isNumber ? bytes : -1;
        if (std::exchange(m_endedInCr, false) && m_feed.view().startsWith('\n'))
            m_feed.drop(1);
    } else {
        Epl2Values values;
        values.plain = head.mid(2).split(',');
        const QSize most = setup().mostDots;
        const int bytes = values.number(2);
        const int rows = values.number(3);
        if (values.problem.isEmpty() && bytes >= 0 && rows >= 0 && bytes * 8 <= most.width() + 8 &&
            rows <= most.height())
            size = qint64(bytes) * rows;
    }
    if (size < 0 || size > setup().mostBytes) {
        refuse(
            QStringLiteral("%1 announces data of a size that cannot be; nothing behind it can be "
                           "read.")
                .arg(quoted(head.left(2))));
        return false;
    }
    m_head = head;
    m_wanted = static_cast<qsizetype>(size);
    return m_wanted == 0 || m_feed.size() > 0 || m_isClosed;
}

void Epl2Interpreter::obey(const QByteArray& given) {
    // A text may end in blanks of its own; only the line's end goes.
    QByteArray line = given;
    while (line.startsWith(' ') || line.startsWith('\0'))
        line.remove(0, 1);
    if (isTakenByForm(line) || line.trimmed().isEmpty())
        return;
    using E = Epl2Interpreter;
    static const Row rows[] = {{"FS", &E::storeForm},
                               {"FR", &E::recallForm},
                               {"GW", &E::picture},
                               {"GM", &E::picture},
                               {"GG", &E::drawStored},
                               {"LO", &E::lineBlack},
                               {"LE", &E::lineInverted},
                               {"LW", &E::lineWhite},
                               {"LS", &E::lineDiagonal},
                               {"ZT", &E::printFromTop},
                               {"ZB", &E::printFromBottom},
                               {"JF", &E::nothing},
                               {"JB", &E::nothing},
                               {"JC", &E::nothing},
                               {"PA", &E::printOut},
                               {"A", &E::text},
                               {"B", &E::barcode},
                               {"b", &E::matrixCode},
                               {"X", &E::box},
                               {"N", &E::newLabel},
                               {"q", &E::width},
                               {"Q", &E::length},
                               {"R", &E::reference},
                               {"I", &E::codePage},
                               {"V", &E::defineVariable},
                               {"?", &E::askVariables},
                               {"P", &E::printOut},
                               {"D", &E::nothing},
                               {"S", &E::nothing},
                               {"C", &E::nothing},
                               {"f", &E::nothing},
                               {";", &E::nothing}};
    if (isForPrinter(line.trimmed()))
        return;
    for (const Row& row : rows) {
        const QByteArrayView name(row.name);
        if (!line.startsWith(name))
            continue;
        // A letter goes on as a value, not as a word: "Pause" is no P.
        const char next = line.size() > name.size() ? line[name.size()] : '\0';
        const bool isWord = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        if (isWord && *row.name != ';')
            continue;
        (this->*row.obey)(QByteArrayView(line).sliced(name.size()));
        return;
    }
    unknown(line.trimmed());
}

bool Epl2Interpreter::isForPrinter(const QByteArray& line) {
    static const QList<QByteArray> queries{"^ee", "UQ", "U",  "UA", "UB", "UE", "UF", "UG",
                                           "UI",  "UM", "UP", "UR", "FI", "GI", "EI"};
    static const QList<QByteArray> harmless{"US", "UT", "UN", "JC", "OEPL1"};
    // Resets, calibration, memory, fonts, clock, serial line: whatever stays after this label.
    static const QList<QByteArray> harmful{
        "^default", "^@",     "xa", "dump", "o",  "oB", "oE", "oH", "oM", "oR", "oW", "TD",
        "TS",       "TT",     "W",  "Y",    "M",  "r",  "e",  "E",  "FK", "GK", "i",  "m",
        "O",        "AUTOFR", "~",  "ESC",  "eR", "EK", "ES", "K",  "H",  "L"};
    if (queries.contains(line)) {
        m_queries.append(line);
        return true;
    }
    if (harmless.contains(line))
        return true;
    qsizetype end = 0;
    while (end < line.size() && !isDigit(line[end]) && line[end] != '"' && line[end] != ',')
        ++end;
    if (!harmful.contains(line.left(end)) && !line.startsWith('O'))
        return false;
    changesPrinter(line.left(end));
    return true;
}

void Epl2Interpreter::unknown(const QByteArray& line) {
    qsizetype end = 1;
    while (end < line.size() && !isDigit(line[end]) && line[end] != '"' && line[end] != ',')
        ++end;
    find(
        "unknown-command", line.left(end),
        QStringLiteral("The command %1 is not known; it is left out.").arg(quoted(line.left(end))));
}

void Epl2Interpreter::newLabel(QByteArrayView) {
    m_form.clear();
    clear();
}

void Epl2Interpreter::width(QByteArrayView rest) {
    Epl2Values values = epl2Values(rest, {});
    const int dots = values.number(0);
    if (isUsable(values, "q") && dots > 0)
        resize(QSize(dots, canvas().size().height()));
}

void Epl2Interpreter::length(QByteArrayView rest) {
    Epl2Values values = epl2Values(rest, {});
    const int dots = values.number(0);
    if (isUsable(values, "Q") && dots > 0)
        resize(QSize(canvas().size().width(), dots));
}

void Epl2Interpreter::reference(QByteArrayView rest) {
    Epl2Values values = epl2Values(rest, {});
    const QPoint point(values.number(0), values.number(1));
    if (isUsable(values, "R"))
        m_reference = point;
}

void Epl2Interpreter::printFromTop(QByteArrayView) {
    m_isTurned = false;
}

void Epl2Interpreter::printFromBottom(QByteArrayView) {
    m_isTurned = true;
}

// EPL2 manual, I: data bits, code page, country of the keyboard.
void Epl2Interpreter::codePage(QByteArrayView rest) {
    static const QHash<QByteArray, QByteArray> pages{
        {"0", "437"},  {"1", "850"},  {"2", "852"},  {"3", "860"},  {"4", "863"},
        {"5", "865"},  {"6", "857"},  {"7", "861"},  {"8", "862"},  {"9", "855"},
        {"10", "866"}, {"11", "737"}, {"12", "851"}, {"13", "869"}, {"A", "1252"},
        {"B", "1250"}, {"C", "1251"}, {"D", "1253"}, {"E", "1254"}, {"F", "1255"}};
    const QByteArray name = epl2Values(rest, {}).plain.value(1).trimmed();
    const auto page = pages.constFind(name);
    if (page != pages.constEnd())
        m_codePage = *page;
    else
        find("code-page", name,
             QStringLiteral("The code page %1 is not known; letters beyond ASCII may be wrong.")
                 .arg(quoted(name)));
}

void Epl2Interpreter::printOut(QByteArrayView rest) {
    Epl2Values values = epl2Values(rest, {});
    const int sets = values.number(0, 1);
    const int copies = values.number(1, 1);
    if (!isUsable(values, "P"))
        return;
    drawForm();
    print(qint64(std::max(sets, 1)) * std::max(copies, 1), m_isTurned, false);
}

void Epl2Interpreter::nothing(QByteArrayView) {}

bool Epl2Interpreter::isUsable(const Epl2Values& values, const char* name) {
    if (values.problem.isEmpty())
        return true;
    find(values.isVariable ? "variable" : "bad-parameter", name,
         QStringLiteral("%1 is not drawn: %2.").arg(quoted(name), values.problem));
    return false;
}

QPoint Epl2Interpreter::at(Epl2Values& values) const {
    return QPoint(values.number(0), values.number(1)) + m_reference;
}

std::unique_ptr<CarrierInterpreter> epl2Interpreter(const InterpreterSetup& setup) {
    return std::make_unique<Epl2Interpreter>(setup);
}

} // namespace packbench
