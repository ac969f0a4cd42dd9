#include "screens/templatemodel.h"

#include "bench/templateproperties.h"
#include "screens/shownwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QPointer>
#include <QThreadPool>

namespace packbench {

namespace {

constexpr int kMostFiles = 50;
constexpr qint64 kPictureOfEditor = -1; ///< no label copy has it

struct DataWord {
    PreviewData data;
    const char* word;
};
constexpr DataWord kDataWords[] = {
    {PreviewData::Newest, "newest"}, {PreviewData::Long, "long"}, {PreviewData::Latin, "latin"}};

QVariantList filesIn(const QStringList& folders) {
    QVariantList out;
    for (const QString& folder : folders) {
        const QFileInfoList found =
            QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time);
        for (const QFileInfo& file : found.mid(0, kMostFiles))
            out.append(QVariantMap{{QStringLiteral("name"), file.fileName()},
                                   {QStringLiteral("path"), file.absoluteFilePath()},
                                   {QStringLiteral("when"),
                                    file.lastModified().toString(QStringLiteral("MM-dd HH:mm"))}});
    }
    return out;
}

QString dayAndTime(Instant at, const QTimeZone& zone) {
    return QDateTime::fromMSecsSinceEpoch(at.msUtc, zone).toString(QStringLiteral("MM-dd HH:mm"));
}

} // namespace

TemplateModel::TemplateModel(BenchPort& bench, LabelShelf& shelf, const QTimeZone& zone,
                             QStringList folders)
    : m_bench(bench), m_shelf(shelf), m_zone(zone), m_folders(std::move(folders)) {}

void TemplateModel::setSupervisor(bool isSupervisor) {
    if (m_isSupervisor == isSupervisor)
        return;
    m_isSupervisor = isSupervisor;
    Q_EMIT rightChanged();
    Q_EMIT documentChanged();
}

void TemplateModel::look() {
    m_bench.askTemplates();
    if (!isOpened())
        m_bench.openTemplate({}, -1);
}

/// Folders may lie on a slow stick: they are read off the GUI thread.
void TemplateModel::lookForFiles() {
    QThreadPool::globalInstance()->start(
        [self = QPointer<TemplateModel>(this), app = qApp, folders = m_folders] {
            const QVariantList found = filesIn(folders);
            QMetaObject::invokeMethod(app, [self, found] {
                if (!self)
                    return;
                self->m_files = found;
                Q_EMIT self->listsChanged();
            });
        });
}

void TemplateModel::open(const QString& name, int version) {
    clearAnswer();
    m_bench.openTemplate(name, version);
}

void TemplateModel::showTemplates(const QList<TemplateRow>& rows) {
    m_templates.clear();
    for (const TemplateRow& row : rows)
        m_templates.append(QVariantMap{{QStringLiteral("name"), row.name},
                                       {QStringLiteral("version"), row.version},
                                       {QStringLiteral("used"), row.isUsed}});
    Q_EMIT listsChanged();
}

/// After a save the same document comes back as its new version: what could be undone still can.
void TemplateModel::showOpened(const TemplateOpened& opened) {
    auto read = TemplateEditor::fromJson(opened.json);
    if (!read)
        return;
    const bool isSaved = opened.name == m_answer.name && opened.version == m_answer.version &&
                         m_answer.outcome == QLatin1String("saved") &&
                         read->document() == m_editor.document();
    m_opened = opened;
    if (isSaved)
        m_editor.markSaved();
    else if (opened.version < 0)
        m_editor = TemplateEditor(read->document()); // a file is nowhere in the ledger
    else
        m_editor = *read;
    m_versions.clear();
    for (const TemplateRow& row : opened.versions)
        m_versions.append(QVariantMap{
            {QStringLiteral("version"), row.version},
            {QStringLiteral("when"), row.version > 0 ? dayAndTime(row.savedAt, m_zone) : QString()},
            {QStringLiteral("by"), row.savedBy},
            {QStringLiteral("decision"), row.decision}});
    Q_EMIT listsChanged();
    refresh();
    draw();
}

void TemplateModel::showDrawn(const TemplatePreview& preview) {
    if (preview.serial < m_drawn.serial)
        return;
    m_drawn = preview;
    // A template that cannot be read just now has no picture: the last one stays.
    if (!preview.png.isEmpty())
        m_picture = m_shelf.keep(kPictureOfEditor, preview.png);
    m_items.show(m_editor, m_drawn);
    Q_EMIT drawn();
}

void TemplateModel::showAnswer(const TemplateAnswer& answer) {
    if (m_answer == answer)
        return;
    m_answer = answer;
    if (answer.outcome == QLatin1String("exported"))
        lookForFiles();
    Q_EMIT answered();
}

void TemplateModel::refresh() {
    m_items.show(m_editor, m_drawn);
    m_properties.show(m_editor);
    Q_EMIT documentChanged();
}

void TemplateModel::draw() {
    if (!isOpened())
        return;
    m_bench.drawTemplate(++m_serial, m_editor.json(), m_data);
    Q_EMIT drawn();
}

template <typename Change>
void TemplateModel::change(Change change) {
    if (!m_isSupervisor)
        return;
    const QJsonObject before = m_editor.document();
    change(m_editor);
    refresh();
    if (m_editor.document() == before)
        return;
    clearAnswer();
    draw();
}

void TemplateModel::select(int index) {
    m_editor.select(index);
    refresh();
}

void TemplateModel::touch(double xMm, double yMm) {
    select(m_editor.itemAt({xMm, yMm}));
}

void TemplateModel::moveBy(double dxMm, double dyMm) {
    change([&](TemplateEditor& editor) { editor.moveBy(dxMm, dyMm); });
}

void TemplateModel::resizeBy(double dwMm, double dhMm) {
    change([&](TemplateEditor& editor) { editor.resizeBy(dwMm, dhMm); });
}

void TemplateModel::undo() {
    change([](TemplateEditor& editor) { editor.undo(); });
}

void TemplateModel::redo() {
    change([](TemplateEditor& editor) { editor.redo(); });
}

void TemplateModel::add(const QString& kind) {
    change([&](TemplateEditor& editor) { editor.add(kind); });
}

void TemplateModel::remove() {
    change([](TemplateEditor& editor) { editor.remove(); });
}

void TemplateModel::duplicate() {
    change([](TemplateEditor& editor) { editor.duplicate(); });
}

void TemplateModel::bringForward() {
    change([](TemplateEditor& editor) { editor.bringForward(); });
}

void TemplateModel::sendBack() {
    change([](TemplateEditor& editor) { editor.sendBack(); });
}

void TemplateModel::write(const QString& name, const QString& value) {
    const auto property = propertyOf(m_editor.item(selected()), name);
    if (!property)
        return;
    const auto wanted = valueFromText(*property, value);
    const bool isEmptyText = property->kind == PropertyKind::Text && value.isEmpty();
    change([&](TemplateEditor& editor) {
        if (isEmptyText)
            editor.set(name, QJsonValue(QJsonValue::Undefined));
        else if (wanted)
            editor.set(name, *wanted);
    });
}

void TemplateModel::step(const QString& name, int steps) {
    const QJsonObject item = m_editor.item(selected());
    if (const auto property = propertyOf(item, name); property && property->step > 0)
        change([&](TemplateEditor& editor) {
            editor.set(name, steppedValue(item, *property, steps));
        });
}

QString TemplateModel::dataWord() const {
    for (const DataWord& one : kDataWords)
        if (one.data == m_data)
            return QLatin1String(one.word);
    return {};
}

void TemplateModel::setDataWord(const QString& word) {
    for (const DataWord& one : kDataWords) {
        if (word != QLatin1String(one.word) || one.data == m_data)
            continue;
        m_data = one.data;
        Q_EMIT dataChanged();
        draw();
        return;
    }
}

QVariantList TemplateModel::findings() const {
    QVariantList out;
    for (const PreviewFinding& finding : m_drawn.findings)
        out.append(QVariantMap{{QStringLiteral("kind"), finding.kind},
                               {QStringLiteral("text"), finding.text},
                               {QStringLiteral("item"), finding.item},
                               {QStringLiteral("stops"), finding.stops}});
    return out;
}

void TemplateModel::save(const QString& name, const QString& decision) {
    if (!m_isSupervisor || !isOpened())
        return;
    clearAnswer();
    m_bench.saveTemplate(name.trimmed(), m_editor.json(), decision.trimmed());
}

void TemplateModel::importFile(const QString& path) {
    if (!m_isSupervisor)
        return;
    clearAnswer();
    m_bench.readTemplateFile(path);
}

void TemplateModel::exportFile() {
    if (folder().isEmpty() || !isOpened())
        return;
    clearAnswer();
    QString file = m_opened.name;
    m_bench.writeTemplateFile(
        QDir(folder()).filePath(file.replace(u'/', u'-') + QStringLiteral(".json")),
        m_editor.json());
}

QStringList TemplateModel::kinds() const {
    return templateItemKinds();
}

} // namespace packbench
