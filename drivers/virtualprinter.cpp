#include "drivers/virtualprinter.h"

#include "drivers/conversation.h"
#include "drivers/virtual/labelmachine.h"

#include <QMutexLocker>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace packbench {
namespace {

const QString kId = QStringLiteral("virtual");

bool writeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

int highestNumberIn(const QDir& folder) {
    static const QRegularExpression kName(QStringLiteral("^label-(\\d{4,9})\\."));
    int highest = 0;
    for (const QString& name : folder.entryList({QStringLiteral("label-*")}, QDir::Files))
        if (const auto match = kName.match(name); match.hasMatch())
            highest = std::max(highest, match.captured(1).toInt());
    return highest;
}

DeviceError unknownId(const QString& id) {
    return {DeviceError::Code::NotFound,
            QStringLiteral("There is no printer \"%1\": the virtual printer is called \"virtual\".")
                .arg(id)};
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
    std::unique_ptr<LabelMachine> machine;
    bool isPresent = true;
    bool hasPaper = true;
    qint64 bytesUntilGone = -1; ///< -1: stays
    QList<UnderstoodLabel> waiting;
    QByteArray answers;
    int number = 0; ///< of the last label
    int out = 0;
    QString lastPicture;
    bool isFull = false; ///< a label could not be written

    [[nodiscard]] PrinterState state() const;
    void feed(const QByteArray& bytes);
    void printWaiting();
    void vanish();
};

PrinterState VirtualPrinter::State::state() const {
    if (!isPresent)
        return PrinterState::Unplugged;
    if (!hasPaper)
        return PrinterState::PaperOut;
    return isFull || machine->isFaulty() ? PrinterState::Fault : PrinterState::Ready;
}

void VirtualPrinter::State::feed(const QByteArray& bytes) {
    machine->take(bytes);
    waiting += machine->takeLabels();
    printWaiting();
    const auto waitingNow = static_cast<int>(waiting.size());
    for (const QByteArray& query : machine->takeQueries())
        answers += machine->statusAnswer(query, state(), waitingNow);
}

void VirtualPrinter::State::printWaiting() {
    while (hasPaper && !waiting.isEmpty()) {
        const QString name =
            folder.filePath(QStringLiteral("label-%1.").arg(number + 1, 4, 10, QLatin1Char('0')));
        const QString picture = name + QStringLiteral("png");
        isFull = !writeFile(name + word(language), waiting.first().bytes) ||
                 !writeFile(picture, pngFromPage(waiting.first().page));
        if (isFull)
            return;
        waiting.removeFirst();
        ++number;
        ++out;
        lastPicture = picture;
    }
}

void VirtualPrinter::State::vanish() {
    isPresent = false;
    bytesUntilGone = -1;
    waiting.clear();
    answers.clear();
    machine = labelMachine(language, dotsPerMm);
}

VirtualPrinter::VirtualPrinter(const QString& folder, PrinterLanguage language, int dotsPerMm)
    : m_state(std::make_unique<State>()) {
    QDir().mkpath(folder);
    m_state->folder = QDir(folder);
    m_state->language = language;
    m_state->dotsPerMm = dotsPerMm;
    m_state->machine = labelMachine(language, dotsPerMm);
    m_state->number = highestNumberIn(m_state->folder);
}

VirtualPrinter::~VirtualPrinter() = default;

void VirtualPrinter::setPaperOut() {
    const QMutexLocker lock(&m_mutex);
    m_state->hasPaper = false;
}

void VirtualPrinter::setReady() {
    const QMutexLocker lock(&m_mutex);
    m_state->isPresent = true;
    m_state->hasPaper = true;
    m_state->bytesUntilGone = -1;
    m_state->machine->clearFault();
    m_state->printWaiting();
}

void VirtualPrinter::unplug() {
    const QMutexLocker lock(&m_mutex);
    m_state->vanish();
}

void VirtualPrinter::unplugAtByte(qint64 count) {
    const QMutexLocker lock(&m_mutex);
    m_state->bytesUntilGone = count;
    if (count <= 0)
        m_state->vanish();
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

Transfer VirtualPrinter::take(const QByteArray& chunk) {
    const QMutexLocker lock(&m_mutex);
    if (!m_state->isPresent)
        return {Transfer::End::Gone, 0, false};
    qint64& left = m_state->bytesUntilGone;
    if (left < 0 || chunk.size() < left) {
        left = left < 0 ? left : left - chunk.size();
        m_state->feed(chunk);
        return {Transfer::End::Complete, chunk.size()};
    }
    const qint64 taken = left;
    m_state->feed(chunk.left(taken));
    m_state->vanish();
    return {taken == chunk.size() ? Transfer::End::Complete : Transfer::End::Gone, taken};
}

QByteArray VirtualPrinter::answer() {
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_state->answers, {});
}

namespace {

class VirtualTransport : public Transport {
public:
    explicit VirtualTransport(VirtualPrinter& printer) : m_printer(printer) {}
    [[nodiscard]] Transfer write(const QByteArray& chunk, int) override {
        return m_printer.take(chunk);
    }
    [[nodiscard]] QByteArray read(int) override { return m_printer.answer(); }
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

std::unique_ptr<LabelPrinter> VirtualPrinterBus::open(const QString& id) {
    if (id != kId)
        throw unknownId(id);
    if (!m_printer.isPresent())
        throw notThere();
    return std::make_unique<Conversation>(m_printer.description(),
                                          std::make_unique<VirtualTransport>(m_printer));
}

} // namespace packbench
