#include "screens/kioskmodel.h"

namespace packbench {

namespace {
constexpr int kNoticeTicks = 8;
constexpr int kRefreshTicks = 15;
} // namespace

KioskModel::KioskModel(BenchPort& bench, std::function<Instant()> now, LabelShelf& shelf,
                       const KioskOptions& options)
    : m_bench(bench)
    , m_now(std::move(now))
    , m_language(options.language)
    , m_isDark(options.dark)
    , m_pack(bench, shelf)
    , m_strip(options.zone)
    , m_due(bench, options.zone)
    , m_ahead(bench)
    , m_gate(bench, options.zone)
    , m_dayEnd(bench, options.zone)
    , m_imports(bench, options.importFolders)
    , m_labels(bench, shelf, options.zone)
    , m_inbox(bench, shelf, options.zone)
    , m_startUp(bench, shelf, options.zone)
    , m_devices(bench)
    , m_templates(bench, shelf, options.zone, options.importFolders) {
    connect(&bench, &BenchPort::snapshotMade, this, &KioskModel::take);
    connect(&bench, &BenchPort::dueBoardMade, &m_due, &DueModel::show);
    connect(&bench, &BenchPort::labelsMade, &m_labels, &LabelsModel::show);
    connect(&bench, &BenchPort::labelsGraded, &m_labels, &LabelsModel::showGrades);
    connect(&bench, &BenchPort::inboxMade, &m_inbox, &InboxModel::show);
    connect(&bench, &BenchPort::startUpMade, this, &KioskModel::takeStartUp);
    connect(&m_labels, &LabelsModel::startUpWanted, this, [this] { show(StartUpPage); });
    connect(&bench, &BenchPort::orderNamed, &m_inbox, &InboxModel::named);
    connect(&m_labels, &LabelsModel::inboxWanted, this, [this] { show(InboxPage); });
    connect(&bench, &BenchPort::devicesMade, &m_devices, &DevicesModel::show);
    connect(&bench, &BenchPort::importMoved, &m_imports, &ImportModel::moved);
    connect(&bench, &BenchPort::importDone, &m_imports, &ImportModel::done);
    connect(&bench, &BenchPort::importsFinished, &m_imports, &ImportModel::finished);
    connect(&bench, &BenchPort::templatesMade, &m_templates, &TemplateModel::showTemplates);
    connect(&bench, &BenchPort::templateOpened, &m_templates, &TemplateModel::showOpened);
    connect(&bench, &BenchPort::templateDrawn, &m_templates, &TemplateModel::showDrawn);
    connect(&bench, &BenchPort::templateAnswered, &m_templates, &TemplateModel::showAnswer);
    listenToGate();
    connect(&bench, &BenchPort::noticed, this, &KioskModel::notify);
    connect(&bench, &BenchPort::worldBroke, this, [this](const Notice& notice) {
        m_fault = notice;
        Q_EMIT faultChanged();
        Q_EMIT verdictShown(Verdict::Stop, true);
    });
    m_pack.speak(m_language);
    m_due.speak(m_language);
    m_ahead.speak(m_language);
    m_gate.speak(m_language);
    m_dayEnd.speak(m_language);
    m_labels.speak(m_language);
    m_devices.speak(m_language);
    m_inbox.speak(m_language);
    m_startUp.speak(m_language);
    tick();
}

void KioskModel::tick() {
    const Instant now = m_now();
    m_strip.tick(now);
    m_due.tick(now);
    if (m_noticeTicks > 0 && --m_noticeTicks == 0)
        notify({});
    if (++m_ticks % kRefreshTicks == 0)
        refreshPage();
}

void KioskModel::take(const StationSnapshot& snapshot) {
    const bool answersScan = snapshot.scanSerial != 0 && snapshot.scanSerial != m_answered;
    const bool isNews = answersScan || snapshot.verdict != m_snapshot.verdict ||
                        snapshot.notice != m_snapshot.notice ||
                        snapshot.refusal != m_snapshot.refusal;
    const bool signsOff =
        snapshot.stage == Stage::SignedOff && m_snapshot.stage != Stage::SignedOff;
    m_answered = snapshot.scanSerial;
    m_snapshot = snapshot;
    m_pack.show(snapshot);
    m_strip.show(snapshot.strip);
    m_templates.setSupervisor(snapshot.strip.isSupervisor);
    // Whoever scans wants to see the verdict, whatever page was left open.
    if (answersScan || snapshot.refusal || signsOff)
        show(PackPage);
    if (asksOfLabels() && (m_page == PackPage || m_page == StartUpPage)) {
        show(StartUpPage);
        if (isNews) // what the last answer came to, while the next question stands
            notify(snapshot.notice);
    } else if (m_page == StartUpPage && snapshot.order) {
        show(PackPage);
    }
    if (isNews)
        Q_EMIT verdictShown(snapshot.verdict, snapshot.refusal.has_value());
}

bool KioskModel::asksOfLabels() const {
    return m_startUp.uncertain() > 0 && m_snapshot.stage == Stage::Idle && !m_snapshot.refusal;
}

void KioskModel::takeStartUp(const StartUpBoard& board) {
    const bool asked = m_startUp.uncertain() > 0;
    m_startUp.show(board);
    if (asksOfLabels() && m_page == PackPage)
        show(StartUpPage);
    if (asksOfLabels() && !asked)
        Q_EMIT verdictShown(Verdict::Look, false);
    else if (asked && m_startUp.uncertain() == 0 && m_page == StartUpPage)
        show(PackPage); // the last one has its answer: packing goes on
}

void KioskModel::listenToGate() {
    connect(&m_bench, &BenchPort::gateMade, this, &KioskModel::takeGate);
    connect(&m_bench, &BenchPort::dayBoardMade, this, &KioskModel::takeDay);
    connect(&m_bench, &BenchPort::dayEndWanted, this, [this] { show(DayEndPage); });
    connect(&m_gate, &GateModel::dayEndWanted, this, [this] { show(DayEndPage); });
}

/// The gate is open exactly while its page is in front, whoever opened or closed it.
void KioskModel::takeGate(const GateSnapshot& snapshot) {
    const GateSnapshot before = m_gate.snapshot();
    m_gate.show(snapshot);
    if (snapshot.isOpen && !before.isOpen)
        show(GatePage);
    if (!snapshot.isOpen && before.isOpen && m_page == GatePage)
        show(PackPage);
    if (snapshot.verdict != before.verdict || snapshot.notice != before.notice ||
        snapshot.refusal != before.refusal || snapshot.scanSerial != before.scanSerial)
        Q_EMIT verdictShown(snapshot.verdict, snapshot.refusal.has_value());
}

void KioskModel::takeDay(const DayBoard& board) {
    const bool isNews = board.scanSerial != 0 && board.scanSerial != m_answered;
    m_dayEnd.show(board);
    if (!isNews)
        return;
    m_answered = board.scanSerial;
    Q_EMIT verdictShown(board.verdict, false);
}

void KioskModel::scan(const QString& text) {
    setMenuOpen(false);
    m_bench.scan(text, QStringLiteral("wedge"), ++m_scanSerial);
}

void KioskModel::typed(const QString& text) {
    setMenuOpen(false);
    if (!text.trimmed().isEmpty())
        m_bench.scan(text.trimmed(), QStringLiteral("keyboard"), ++m_scanSerial);
}

void KioskModel::show(Page page) {
    const bool needsOperator = page != PackPage && page != DuePage && page != DevicesPage;
    if (needsOperator && m_snapshot.stage == Stage::SignedOff)
        page = PackPage;
    if (page != PackPage && m_snapshot.refusal)
        return;
    if (m_page == GatePage && m_gate.isRefused() && m_gate.snapshot().isOpen)
        return; // a refusal at the gate is dealt with first, too
    setMenuOpen(false);
    if (m_page == page)
        return;
    if (m_page == DevicesPage)
        m_devices.leave();
    if (m_page == InboxPage)
        m_inbox.leave();
    if (m_page == GatePage && m_gate.snapshot().isOpen)
        m_bench.gate({GateRequest::What::CloseGate});
    if (m_page == DayEndPage)
        m_dayEnd.leave();
    m_page = page;
    if (m_page == GatePage && !m_gate.snapshot().isOpen)
        m_bench.gate({GateRequest::What::OpenGate});
    if (m_page == DayEndPage)
        m_dayEnd.enter();
    refreshPage();
    Q_EMIT pageChanged();
}

void KioskModel::refreshPage() {
    switch (m_page) {
    case PackPage: break;
    case DuePage: m_due.ask(); break;
    case ImportPage: m_imports.look(); break;
    case LabelsPage: m_labels.ask(); break;
    case InboxPage: m_inbox.ask(); break;
    case StartUpPage: m_startUp.ask(); break;
    case DevicesPage: m_devices.ask(); break;
    case EditorPage: m_templates.look(); break;
    case GatePage: break;
    case DayEndPage: m_dayEnd.ask(); break;
    }
}

void KioskModel::setMenuOpen(bool open) {
    if (m_isMenuOpen == open && !m_isTyping)
        return;
    m_isMenuOpen = open;
    m_isTyping = false;
    Q_EMIT menuChanged();
}

void KioskModel::setTyping(bool typing) {
    if (m_isTyping == typing)
        return;
    m_isTyping = typing;
    m_isMenuOpen = typing;
    Q_EMIT menuChanged();
}

void KioskModel::setChinese(bool chinese) {
    const Language language = chinese ? Language::Chinese : Language::English;
    if (language == m_language)
        return;
    m_language = language;
    Q_EMIT languageChanged();
    m_pack.speak(language);
    m_due.speak(language);
    m_ahead.speak(language);
    m_gate.speak(language);
    m_dayEnd.speak(language);
    m_labels.speak(language);
    m_devices.speak(language);
    m_inbox.speak(language);
    m_startUp.speak(language);
    Q_EMIT noticeChanged();
    Q_EMIT faultChanged();
}

void KioskModel::setDark(bool dark) {
    if (m_isDark == dark)
        return;
    m_isDark = dark;
    Q_EMIT darkChanged();
}

void KioskModel::signOff() {
    setMenuOpen(false);
    m_bench.signOff();
}

void KioskModel::notify(const Notice& notice) {
    m_noticeTicks = notice.code == NoticeCode::None ? 0 : kNoticeTicks;
    if (m_notice == notice)
        return;
    m_notice = notice;
    Q_EMIT noticeChanged();
}

} // namespace packbench
