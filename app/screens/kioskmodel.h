#pragma once

#include "screens/aheadmodel.h"
#include "screens/dayendmodel.h"
#include "screens/devicesmodel.h"
#include "screens/duemodel.h"
#include "screens/gatemodel.h"
#include "screens/importmodel.h"
#include "screens/inboxmodel.h"
#include "screens/labelsmodel.h"
#include "screens/packmodel.h"
#include "screens/startupmodel.h"
#include "screens/stripmodel.h"
#include "screens/templatemodel.h"

#include <QSize>

#include <functional>

namespace packbench {

/// What the kiosk is set up with. Times are shown in `zone`.
struct KioskOptions {
    QSize size{1920, 1080};
    bool fullscreen = false;
    Language language = Language::Chinese;
    bool dark = false;
    bool silent = false;
    QTimeZone zone = QTimeZone::systemTimeZone();
    QString picturesFolder;
    QStringList importFolders;
};

/// Root of what QML sees: the pages, which one is in front, language and light.
class KioskModel : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(KioskModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(packbench::PackModel* pack READ pack CONSTANT)
    Q_PROPERTY(packbench::StripModel* strip READ strip CONSTANT)
    Q_PROPERTY(packbench::DueModel* due READ due CONSTANT)
    Q_PROPERTY(packbench::AheadModel* ahead READ ahead CONSTANT)
    Q_PROPERTY(packbench::GateModel* gate READ gate CONSTANT)
    Q_PROPERTY(packbench::DayEndModel* dayEnd READ dayEnd CONSTANT)
    Q_PROPERTY(packbench::ImportModel* imports READ imports CONSTANT)
    Q_PROPERTY(packbench::LabelsModel* labels READ labels CONSTANT)
    Q_PROPERTY(packbench::InboxModel* inbox READ inbox CONSTANT)
    Q_PROPERTY(packbench::StartUpModel* startUp READ startUp CONSTANT)
    Q_PROPERTY(packbench::DevicesModel* devices READ devices CONSTANT)
    Q_PROPERTY(packbench::TemplateModel* templates READ templates CONSTANT)
    Q_PROPERTY(packbench::KioskModel::Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(bool menuOpen READ isMenuOpen WRITE setMenuOpen NOTIFY menuChanged)
    Q_PROPERTY(bool typing READ isTyping WRITE setTyping NOTIFY menuChanged)
    Q_PROPERTY(bool chinese READ isChinese NOTIFY languageChanged)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY darkChanged)
    /// Something to tell outside the packing page; empty = nothing.
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)
    /// Ledger or disk broke: the bench stops, and this is why.
    Q_PROPERTY(QString fault READ fault NOTIFY faultChanged)
    Q_PROPERTY(QStringList faultSteps READ faultSteps NOTIFY faultChanged)
public:
    enum Page {
        PackPage,
        DuePage,
        ImportPage,
        LabelsPage,
        DevicesPage,
        InboxPage,
        EditorPage,
        StartUpPage,
        GatePage,
        DayEndPage
    };
    Q_ENUM(Page)

    KioskModel(BenchPort& bench, std::function<Instant()> now, LabelShelf& shelf,
               const KioskOptions& options);

    /// Moves clock and countdowns; called once a second.
    void tick();
    /// A code from the keyboard wedge.
    void scan(const QString& text);
    /// A code typed by hand, where none can be scanned.
    Q_INVOKABLE void typed(const QString& text);
    Q_INVOKABLE void show(packbench::KioskModel::Page page);
    Q_INVOKABLE void setChinese(bool chinese);
    Q_INVOKABLE void signOff();

    [[nodiscard]] PackModel* pack() { return &m_pack; }
    [[nodiscard]] StripModel* strip() { return &m_strip; }
    [[nodiscard]] DueModel* due() { return &m_due; }
    [[nodiscard]] AheadModel* ahead() { return &m_ahead; }
    [[nodiscard]] GateModel* gate() { return &m_gate; }
    [[nodiscard]] DayEndModel* dayEnd() { return &m_dayEnd; }
    [[nodiscard]] ImportModel* imports() { return &m_imports; }
    [[nodiscard]] LabelsModel* labels() { return &m_labels; }
    [[nodiscard]] InboxModel* inbox() { return &m_inbox; }
    [[nodiscard]] StartUpModel* startUp() { return &m_startUp; }
    [[nodiscard]] DevicesModel* devices() { return &m_devices; }
    [[nodiscard]] TemplateModel* templates() { return &m_templates; }
    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] bool isMenuOpen() const { return m_isMenuOpen; }
    void setMenuOpen(bool open);
    [[nodiscard]] bool isTyping() const { return m_isTyping; }
    void setTyping(bool typing);
    [[nodiscard]] bool isChinese() const { return m_language == Language::Chinese; }
    [[nodiscard]] bool isDark() const { return m_isDark; }
    void setDark(bool dark);
    [[nodiscard]] QString notice() const { return words(m_notice, m_language); }
    [[nodiscard]] QString fault() const { return words(m_fault, m_language); }
    [[nodiscard]] QStringList faultSteps() const { return steps(m_fault, m_language); }
    [[nodiscard]] const StationSnapshot& snapshot() const { return m_snapshot; }

Q_SIGNALS:
    void pageChanged();
    void menuChanged();
    void languageChanged();
    void darkChanged();
    void noticeChanged();
    void faultChanged();
    /// After every snapshot that says something new: what the ears are told.
    void verdictShown(packbench::Verdict verdict, bool stands);

private:
    void take(const StationSnapshot& snapshot);
    void takeGate(const GateSnapshot& snapshot);
    void takeDay(const DayBoard& board);
    void listenToGate();
    void notify(const Notice& notice);
    void refreshPage();
    void takeStartUp(const StartUpBoard& board);
    /// Labels in doubt come before any other work, unless an order is open or a refusal stands.
    [[nodiscard]] bool asksOfLabels() const;

    BenchPort& m_bench;
    std::function<Instant()> m_now;
    Language m_language;
    bool m_isDark;
    PackModel m_pack;
    StripModel m_strip;
    DueModel m_due;
    AheadModel m_ahead;
    GateModel m_gate;
    DayEndModel m_dayEnd;
    ImportModel m_imports;
    LabelsModel m_labels;
    InboxModel m_inbox;
    StartUpModel m_startUp;
    DevicesModel m_devices;
    TemplateModel m_templates;
    StationSnapshot m_snapshot;
    Page m_page = PackPage;
    bool m_isMenuOpen = false;
    bool m_isTyping = false;
    Notice m_notice;
    int m_noticeTicks = 0;
    int m_ticks = 0;
    Notice m_fault;
    qint64 m_scanSerial = 0;
    qint64 m_answered = 0; ///< the scan that the last snapshot answered
};

} // namespace packbench
