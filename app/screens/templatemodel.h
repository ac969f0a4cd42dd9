#pragma once

#include "bench/benchworker.h"
#include "screens/labelshelf.h"
#include "screens/templaterows.h"

#include <QRectF>
#include <QTimeZone>
#include <QVariantList>

namespace packbench {

/// The label template being changed: its picture with real data, what is selected, what is found.
class TemplateModel : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(TemplateModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(bool maySave READ maySave NOTIFY rightChanged)
    Q_PROPERTY(QString name READ name NOTIFY documentChanged)
    Q_PROPERTY(int version READ version NOTIFY documentChanged)
    Q_PROPERTY(bool opened READ isOpened NOTIFY documentChanged)
    Q_PROPERTY(bool changed READ isChanged NOTIFY documentChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY documentChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY documentChanged)
    Q_PROPERTY(int selected READ selected NOTIFY documentChanged)
    Q_PROPERTY(QRectF place READ place NOTIFY documentChanged) ///< mm, of the selected item
    Q_PROPERTY(QSizeF sizeMm READ sizeMm NOTIFY documentChanged)
    Q_PROPERTY(packbench::TemplateItemRows* items READ items CONSTANT)
    Q_PROPERTY(packbench::TemplatePropertyRows* properties READ properties CONSTANT)
    Q_PROPERTY(QString data READ dataWord WRITE setDataWord NOTIFY dataChanged)
    Q_PROPERTY(QString picture READ picture NOTIFY drawn)
    Q_PROPERTY(bool drawing READ isDrawing NOTIFY drawn)
    /// Each: kind, text, item, stops.
    Q_PROPERTY(QVariantList findings READ findings NOTIFY drawn)
    /// Each: name, version, used.
    Q_PROPERTY(QVariantList templates READ templates NOTIFY listsChanged)
    /// Each: version, when, by, decision.
    Q_PROPERTY(QVariantList versions READ versions NOTIFY listsChanged)
    /// Template files in the import folders: name, path, when.
    Q_PROPERTY(QVariantList files READ files NOTIFY listsChanged)
    Q_PROPERTY(QString folder READ folder CONSTANT)
    /// The last answer's stable word and what it is about; empty = none.
    Q_PROPERTY(QString outcome READ outcome NOTIFY answered)
    Q_PROPERTY(QString about READ about NOTIFY answered)
    Q_PROPERTY(QString answerText READ answerText NOTIFY answered)
public:
    TemplateModel(BenchPort& bench, LabelShelf& shelf, const QTimeZone& zone, QStringList folders);

    void setSupervisor(bool isSupervisor);
    void showTemplates(const QList<TemplateRow>& rows);
    void showOpened(const TemplateOpened& opened);
    void showDrawn(const TemplatePreview& preview);
    void showAnswer(const TemplateAnswer& answer);

    /// The page comes into view: opens the bench's template when none is open yet.
    void look();
    Q_INVOKABLE void lookForFiles();
    Q_INVOKABLE void open(const QString& name, int version);
    Q_INVOKABLE void select(int index);
    Q_INVOKABLE void touch(double xMm, double yMm);
    Q_INVOKABLE void moveBy(double dxMm, double dyMm);
    Q_INVOKABLE void resizeBy(double dwMm, double dhMm);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void add(const QString& kind);
    Q_INVOKABLE void remove();
    Q_INVOKABLE void duplicate();
    Q_INVOKABLE void bringForward();
    Q_INVOKABLE void sendBack();
    /// What does not fit the property changes nothing.
    Q_INVOKABLE void write(const QString& name, const QString& value);
    Q_INVOKABLE void step(const QString& name, int steps);
    Q_INVOKABLE void save(const QString& name, const QString& decision);
    Q_INVOKABLE void importFile(const QString& path);
    Q_INVOKABLE void exportFile();
    Q_INVOKABLE QStringList kinds() const;

    [[nodiscard]] bool maySave() const { return m_isSupervisor; }
    [[nodiscard]] QString name() const { return m_opened.name; }
    [[nodiscard]] int version() const { return m_opened.version; }
    [[nodiscard]] bool isOpened() const { return !m_opened.name.isEmpty(); }
    [[nodiscard]] bool isChanged() const { return m_editor.isChanged(); }
    [[nodiscard]] bool canUndo() const { return m_isSupervisor && m_editor.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_isSupervisor && m_editor.canRedo(); }
    [[nodiscard]] int selected() const { return m_editor.selected(); }
    [[nodiscard]] QRectF place() const { return m_editor.place(m_editor.selected()); }
    [[nodiscard]] QSizeF sizeMm() const { return m_editor.sizeMm(); }
    [[nodiscard]] TemplateItemRows* items() { return &m_items; }
    [[nodiscard]] TemplatePropertyRows* properties() { return &m_properties; }
    [[nodiscard]] QString dataWord() const;
    void setDataWord(const QString& word);
    [[nodiscard]] QString picture() const { return m_picture; }
    [[nodiscard]] bool isDrawing() const { return m_drawn.serial != m_serial; }
    [[nodiscard]] QVariantList findings() const;
    [[nodiscard]] QVariantList templates() const { return m_templates; }
    [[nodiscard]] QVariantList versions() const { return m_versions; }
    [[nodiscard]] QVariantList files() const { return m_files; }
    [[nodiscard]] QString folder() const { return m_folders.value(0); }
    [[nodiscard]] QString outcome() const { return m_answer.outcome; }
    [[nodiscard]] QString about() const { return m_answer.name; }
    [[nodiscard]] QString answerText() const { return m_answer.text; }

Q_SIGNALS:
    void rightChanged();
    void documentChanged();
    void dataChanged();
    void drawn();
    void listsChanged();
    void answered();

private:
    template <typename Change>
    void change(Change change);
    void refresh();
    void draw();
    void clearAnswer() { showAnswer({}); }

    BenchPort& m_bench;
    LabelShelf& m_shelf;
    QTimeZone m_zone;
    QStringList m_folders;
    bool m_isSupervisor = false;
    TemplateEditor m_editor;
    TemplateOpened m_opened;
    TemplateItemRows m_items;
    TemplatePropertyRows m_properties;
    PreviewData m_data = PreviewData::Newest;
    quint64 m_serial = 0; ///< of the drawing asked for last
    TemplatePreview m_drawn;
    QString m_picture;
    QVariantList m_templates;
    QVariantList m_versions;
    QVariantList m_files;
    TemplateAnswer m_answer;
};

} // namespace packbench
