#include "bench/templatedesk.h"

#include "bench/benchworker.h"
#include "bench/clock.h"
#include "bench/station.h"
#include "drivers/wholefile.h"
#include "ledger/ledger.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace packbench {

namespace {

constexpr qint64 kLargestFile = 262'144; ///< as `readTemplate`

TemplateAnswer aboutFile(const char* outcome, const QString& path, const QString& sentence = {}) {
    return {QLatin1String(outcome), QFileInfo(path).fileName(), 0, sentence};
}

} // namespace

TemplateDesk::TemplateDesk(Ledger& ledger, Station& station, Clock& clock, BenchPort& port)
    : m_ledger(ledger), m_station(station), m_clock(clock), m_port(port) {
    m_drawing.setMaxThreadCount(1);
    m_drawing.setExpiryTimeout(-1); // the first drawing of a thread opens the fonts
}

int TemplateDesk::dotsPerMm() const {
    const int dots = m_station.printer().dotsPerMm;
    return dots > 0 ? dots : 8;
}

void TemplateDesk::tellTemplates() {
    Q_EMIT m_port.templatesMade(
        templateRows(m_ledger.templates(), m_station.settings().labelTemplate));
}

void TemplateDesk::open(const QString& name, int version) {
    // An empty name is the bench's own template.
    const QString wanted = name.isEmpty() ? m_station.settings().labelTemplate : name;
    if (const auto opened = openTemplate(m_ledger.templates(), wanted, version))
        Q_EMIT m_port.templateOpened(*opened);
    else if (name.isEmpty() && QFileInfo(wanted).isFile())
        readFile(wanted);
    else
        Q_EMIT m_port.templateAnswered(
            {QStringLiteral("not-found"), wanted, version,
             QStringLiteral("There is no template '%1' of that version.").arg(wanted)});
}

void TemplateDesk::save(const QString& name, const QByteArray& json, const QString& decision) {
    Operator nobody;
    const TemplateAnswer answer = saveTemplate(
        m_ledger, {name, json, decision, m_station.person().value_or(nobody), m_clock.now()},
        dotsPerMm());
    Q_EMIT m_port.templateAnswered(answer);
    if (answer.outcome == QLatin1String("saved")) {
        open(answer.name, answer.version);
        tellTemplates();
    }
}

void TemplateDesk::draw(quint64 serial, const QByteArray& json, PreviewData data,
                        const std::atomic<quint64>& wanted) {
    if (serial != wanted)
        return;
    const PreviewRequest request{serial, json,
                                 previewFields(data, m_ledger, m_station.settings(), m_clock.now()),
                                 dotsPerMm()};
    m_drawing.start([request, &wanted, &port = m_port] {
        if (request.serial == wanted)
            Q_EMIT port.templateDrawn(drawPreview(request));
    });
}

void TemplateDesk::readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile) {
        Q_EMIT m_port.templateAnswered(
            aboutFile("not-imported", path,
                      QStringLiteral("It cannot be read, or it is larger than 256 kB.")));
        return;
    }
    const QByteArray json = file.readAll();
    if (!QJsonDocument::fromJson(json).isObject()) {
        Q_EMIT m_port.templateAnswered(
            aboutFile("not-imported", path, QStringLiteral("It is no JSON object.")));
        return;
    }
    const QString name = QFileInfo(path).completeBaseName();
    Q_EMIT m_port.templateOpened({name, -1, json, versionRows(m_ledger.templates(), name)});
}

void TemplateDesk::writeFile(const QString& path, const QByteArray& json) {
    const QString problem = writeWholeFile(path, json);
    Q_EMIT m_port.templateAnswered(
        aboutFile(problem.isEmpty() ? "exported" : "not-exported", path, problem));
}

} // namespace packbench
