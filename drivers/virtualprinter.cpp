#include "drivers/virtualprinter.h"

#include "drivers/conversation.h"
#include "drivers/virtual/labelmachine.h"
#include "drivers/wholefile.h"

#include <QFile>
#include <QHash>
#include <QMutexLocker>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <utility>

namespace packbench {
namespace {

const QString kId = QStringLiteral("virtual");
constexpr int kLateReadings = 400;      ///< longer than anybody waits for an answer
constexpr qsizetype kMostWaiting = 200; ///< labels in its memory
constexpr qsizetype kMostWaitingBytes = 64 * 1024 * 1024;

int highestNumberIn(const QDir& folder) {
    static const QRegularExpression kName(QStringLiteral("^label-(\\d{4,9})\\."));
    int highest = 0;
    for (const QString& name : folder.entryList({QStringLiteral("label-*")}, QDir::Files))
        if (const auto match = kName.match(name); match.hasMatch())
            highest = std::max(highest, match.captured(1).toInt());
    return highest;
}

DeviceError notThere() {
    return {
        DeviceError::Code::NotFound,
        QStringLiteral("The virtual printer is unplugged: plug it in again and try once more.")};
}

} // namespace

struct VirtualPrinter::State {
    QDir folder;
    PrinterLanguage language;
    int dotsPerMm;
    struct Way {
        std::unique_ptr<LabelMachine> machine;
        QByteArray answers;
        int readings = 0; ///< since the last question
    };
    std::map<Stream, Way> ways;
    bool isFaulty = false; ///< it was sent what nobody can print
    bool isPresent = true;
    PrinterState trouble = PrinterState::Ready; ///< what keeps labels in its memory
    int labelsUntilPaperOut = -1;               ///< -1: the roll never ends
    qint64 bytesUntilGone = -1;                 ///< -1: stays
    bool isStalled = false;
    enum class Answers { Right, None, Garbage, Split, Late };
    Answers answering = Answers::Right;
    enum class Fate { Printed, Twice, Lost, Late };
    Fate next = Fate::Printed; ///< of the next label
    QList<UnderstoodLabel> waiting;
    QList<UnderstoodLabel> late; ///< out of reach of what drops waiting ones
    int number = 0;              ///< of the last label
    int out = 0;
    qint64 before = 0; ///< labels it had printed when it was made
    QString lastPicture;
    bool isFull = false; ///< a label could not be written

    [[nodiscard]] PrinterState state() const;
    [[nodiscard]] bool isTaking() const;
    void feed(const QByteArray& bytes, Stream stream);
    void printWaiting();
    [[nodiscard]] bool print(const UnderstoodLabel& label);
    void getReady();
    void vanish();
    [[nodiscard]] QByteArray nextAnswer(Way& way) const;
    [[nodiscard]] bool obey(const QString& word);
    [[nodiscard]] bool obey(const QString& word, qint64 number);
};

PrinterState VirtualPrinter::State::state() const {
    if (!isPresent)
        return PrinterState::Unplugged;
    if (trouble != PrinterState::Ready)
        return trouble;
    return isFull || isFaulty ? PrinterState::Fault : PrinterState::Ready;
}

bool VirtualPrinter::State::isTaking() const {
    const auto bytes = std::accumulate(waiting.cbegin(), waiting.cend(), qsizetype(0),
                                       [](qsizetype sum, const UnderstoodLabel& label) {
                                           return sum + label.page.bits.size() + label.bytes.size();
                                       });
    return !isStalled && waiting.size() < kMostWaiting && bytes < kMostWaitingBytes;
}

void VirtualPrinter::State::feed(const QByteArray& bytes, Stream stream) {
    Way& way = ways[stream];
    if (!way.machine)
        way.machine = labelMachine(language, dotsPerMm);
    way.machine->take(bytes);
    isFaulty = isFaulty || way.machine->isFaulty();
    way.machine->clearFault();
    if (way.machine->takeDrop())
        waiting.clear();
    waiting += way.machine->takeLabels();
    printWaiting();
    const auto waitingNow = static_cast<int>(waiting.size());
    for (const QByteArray& query : way.machine->takeQueries()) {
        way.answers += way.machine->statusAnswer(query, state(), waitingNow) +
                       way.machine->counterAnswer(query, before + out);
        way.readings = 0;
    }
}

bool VirtualPrinter::State::print(const UnderstoodLabel& label) {
    // Another program may print into the same folder: what is there is never written over.
    const auto nameOf = [this](int of) {
        return folder.filePath(QStringLiteral("label-%1.").arg(of, 4, 10, QLatin1Char('0')));
    };
    while (QFile::exists(nameOf(number + 1) + QStringLiteral("png")))
        ++number;
    const QString name = nameOf(number + 1);
    const QString picture = name + QStringLiteral("png");
    isFull = !writeWholeFile(name + word(language), label.bytes).isEmpty() ||
             !writeWholeFile(picture, pngFromPage(label.page)).isEmpty();
    if (isFull)
        return false;
    ++number;
    ++out;
    lastPicture = picture;
    return true;
}

void VirtualPrinter::State::printWaiting() {
    while (trouble == PrinterState::Ready && !waiting.isEmpty()) {
        if (next == Fate::Late)
            late += waiting.first();
        else if (next != Fate::Lost && !print(waiting.first()))
            return;
        if (std::exchange(next, Fate::Printed) == Fate::Twice && !print(waiting.first()))
            return;
        waiting.removeFirst();
        if (labelsUntilPaperOut > 0 && --labelsUntilPaperOut == 0) {
            labelsUntilPaperOut = -1;
            trouble = PrinterState::PaperOut;
        }
    }
}

void VirtualPrinter::State::getReady() {
    isPresent = true;
    trouble = PrinterState::Ready;
    labelsUntilPaperOut = -1;
    bytesUntilGone = -1;
    isStalled = false;
    answering = Answers::Right;
    isFaulty = false;
    waiting = std::exchange(late, {}) + waiting;
    printWaiting();
}

void VirtualPrinter::State::vanish() {
    isPresent = false;
    bytesUntilGone = -1;
    isFaulty = false;
    waiting.clear();
    late.clear();
    ways.clear();
}

QByteArray VirtualPrinter::State::nextAnswer(Way& way) const {
    QByteArray& answers = way.answers;
    if (answers.isEmpty())
        return {};
    ++way.readings;
    switch (answering) {
    case Answers::Right: break;
    case Answers::None: answers.clear(); return {};
    case Answers::Garbage: answers = "\x55\xaa what? \x55"; break;
    case Answers::Split: {
        const QByteArray first = answers.left(1);
        answers.remove(0, 1);
        return first;
    }
    case Answers::Late:
        if (way.readings < kLateReadings)
            return {};
        break;
    }
    return std::exchange(answers, {});
}

bool VirtualPrinter::State::obey(const QString& word) {
    const QHash<QString, std::function<void()>> orders{
        {QStringLiteral("ready"), [this] { getReady(); }},
        {QStringLiteral("paper-out"), [this] { trouble = PrinterState::PaperOut; }},
        {QStringLiteral("head-open"), [this] { trouble = PrinterState::HeadOpen; }},
        {QStringLiteral("paused"), [this] { trouble = PrinterState::Paused; }},
        {QStringLiteral("unplugged"), [this] { vanish(); }},
        {QStringLiteral("stall"), [this] { isStalled = true; }},
        {QStringLiteral("mute"), [this] { answering = Answers::None; }},
        {QStringLiteral("garbage"), [this] { answering = Answers::Garbage; }},
        {QStringLiteral("split"), [this] { answering = Answers::Split; }},
        {QStringLiteral("late"), [this] { answering = Answers::Late; }},
        {QStringLiteral("twice"), [this] { next = Fate::Twice; }},
        {QStringLiteral("lose"), [this] { next = Fate::Lost; }},
        {QStringLiteral("come-late"), [this] { next = Fate::Late; }},
    };
    const auto order = orders.constFind(word);
    if (order == orders.cend())
        return false;
    (*order)();
    return true;
}

bool VirtualPrinter::State::obey(const QString& word, qint64 value) {
    if (word == u"paper-out-after") {
        labelsUntilPaperOut = static_cast<int>(std::min(value, qint64(1'000'000)));
        if (labelsUntilPaperOut == 0)
            trouble = PrinterState::PaperOut;
    } else if (word == u"unplug-at") {
        bytesUntilGone = value;
        if (value == 0)
            vanish();
    } else {
        return false;
    }
    return true;
}

VirtualPrinter::VirtualPrinter(const QString& folder, PrinterLanguage language, int dotsPerMm)
    : m_state(std::make_unique<State>()) {
    QDir().mkpath(folder);
    m_state->folder = QDir(folder);
    m_state->language = language;
    m_state->dotsPerMm = dotsPerMm;
    m_state->number = highestNumberIn(m_state->folder);
    m_state->before = m_state->number;
}

VirtualPrinter::~VirtualPrinter() = default;

QString VirtualPrinter::order(const QString& words) {
    const QMutexLocker lock(&m_mutex);
    const QStringList parts = words.simplified().split(u' ');
    bool isNumber = false;
    const qint64 value = parts.value(1).toLongLong(&isNumber);
    const bool isObeyed = parts.size() == 1 ? m_state->obey(parts.first())
                                            : parts.size() == 2 && isNumber && value >= 0 &&
                                                  m_state->obey(parts.first(), value);
    if (isObeyed)
        return {};
    return QStringLiteral("'%1' is no order for the virtual printer: it knows ready, paper-out, "
                          "paper-out-after N, head-open, paused, unplugged, unplug-at K, stall, "
                          "mute, garbage, split, late, twice, lose and come-late.")
        .arg(words);
}

void VirtualPrinter::setPaperOut() {
    (void)order(QStringLiteral("paper-out"));
}

void VirtualPrinter::setReady() {
    (void)order(QStringLiteral("ready"));
}

void VirtualPrinter::unplug() {
    (void)order(QStringLiteral("unplugged"));
}

void VirtualPrinter::unplugAtByte(qint64 count) {
    (void)order(QStringLiteral("unplug-at %1").arg(std::max(count, qint64(0))));
}

void VirtualPrinter::forget(Stream stream) {
    const QMutexLocker lock(&m_mutex);
    m_state->ways.erase(stream);
}

bool VirtualPrinter::isTaking() const {
    const QMutexLocker lock(&m_mutex);
    return m_state->isTaking();
}

PrinterState VirtualPrinter::state() const {
    const QMutexLocker lock(&m_mutex);
    return m_state->state();
}

PrinterDescription VirtualPrinter::description() const {
    const QMutexLocker lock(&m_mutex);
    PrinterDescription description;
    description.id = kId;
    description.model = QStringLiteral("Virtual printer");
    description.transport = QStringLiteral("virtual");
    description.language = m_state->language;
    description.dotsPerMm = m_state->dotsPerMm;
    description.state = m_state->state();
    return description;
}

int VirtualPrinter::labelsOut() const {
    const QMutexLocker lock(&m_mutex);
    return m_state->out;
}

int VirtualPrinter::labelsWaiting() const {
    const QMutexLocker lock(&m_mutex);
    return static_cast<int>(m_state->waiting.size());
}

QString VirtualPrinter::lastPicture() const {
    const QMutexLocker lock(&m_mutex);
    return m_state->lastPicture;
}

bool VirtualPrinter::isPresent() const {
    const QMutexLocker lock(&m_mutex);
    return m_state->isPresent;
}

Transfer VirtualPrinter::take(const QByteArray& chunk, Stream stream) {
    const QMutexLocker lock(&m_mutex);
    if (!m_state->isPresent)
        return {Transfer::End::Gone, 0, false};
    if (!m_state->isTaking())
        return {Transfer::End::Timeout, 0};
    qint64& left = m_state->bytesUntilGone;
    if (left < 0 || chunk.size() < left) {
        left = left < 0 ? left : left - chunk.size();
        m_state->feed(chunk, stream);
        return {Transfer::End::Complete, chunk.size()};
    }
    const qint64 taken = left;
    m_state->feed(chunk.left(taken), stream);
    m_state->vanish();
    return {taken == chunk.size() ? Transfer::End::Complete : Transfer::End::Gone, taken};
}

QByteArray VirtualPrinter::answer(Stream stream) {
    const QMutexLocker lock(&m_mutex);
    const auto way = m_state->ways.find(stream);
    return way != m_state->ways.end() ? m_state->nextAnswer(way->second) : QByteArray();
}

namespace {

class VirtualTransport : public Transport {
public:
    explicit VirtualTransport(VirtualPrinter& printer) : m_printer(printer) {}
    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override {
        const Transfer transfer = m_printer.take(chunk);
        if (transfer.end == Transfer::End::Timeout)
            QThread::msleep(static_cast<unsigned long>(milliseconds));
        return transfer;
    }
    [[nodiscard]] QByteArray read(int milliseconds) override {
        const QByteArray bytes = m_printer.answer();
        if (bytes.isEmpty() && milliseconds > 1)
            QThread::msleep(1);
        return bytes;
    }
    [[nodiscard]] Hint hint() override {
        return m_printer.isPresent() ? Hint::Nothing : Hint::Gone;
    }

private:
    VirtualPrinter& m_printer;
};

} // namespace

QList<PrinterDescription> VirtualPrinterBus::present() {
    if (!m_printer.isPresent())
        return {};
    return {m_printer.description()};
}

std::unique_ptr<Transport> VirtualPrinterBus::transport(const QString& id) {
    if (id != kId)
        throw DeviceError(
            DeviceError::Code::NotFound,
            QStringLiteral("There is no printer \"%1\": the virtual printer is called \"virtual\".")
                .arg(id));
    if (!m_printer.isPresent())
        throw notThere();
    return std::make_unique<VirtualTransport>(m_printer);
}

std::unique_ptr<LabelPrinter> VirtualPrinterBus::open(const QString& id) {
    return std::make_unique<Conversation>(m_printer.description(), transport(id));
}

} // namespace packbench
