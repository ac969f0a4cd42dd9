#include "scanwindow.h"

#include "bench/sampleshop.h"
#include "ledger/ledger.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <stdexcept>

namespace packbench::figures {

namespace {

constexpr int kPatienceMs = 20'000;
const QString kItem = QStringLiteral("SOCK-CW-M");
const QString kItemCode = QStringLiteral("6901234500868");
const QString kOrder = QStringLiteral("2609219001");

ShopOrder largeOrder(int pieces) {
    ShopOrder order;
    order.key = {QStringLiteral("tmall-women"), kOrder};
    order.paidAt = sampleShiftStart().plusHours(-2);
    order.recipient.name = QStringLiteral("王测试");
    order.recipient.phone = QStringLiteral("14000000001");
    order.recipient.province = QStringLiteral("浙江省");
    order.recipient.city = QStringLiteral("杭州市");
    order.recipient.street = QStringLiteral("测试路1号");
    OrderLine line;
    line.sku = kItem;
    line.title = QStringLiteral("纯棉中筒袜");
    line.spec = QStringLiteral("颜色:米白;尺码:均码");
    line.quantity = pieces;
    order.lines = {line};
    line.sku = QStringLiteral("LS-2208-GY-M");
    line.quantity = 2;
    order.lines.append(line);
    return order;
}

double milliseconds(std::chrono::steady_clock::duration taken) {
    return std::chrono::duration<double, std::milli>(taken).count();
}

} // namespace

ScanWindow::ScanWindow(int pieces) : m_clock(sampleShiftStart()) {
    LedgerAddress address;
    address.path = path("scan.db");
    fill(address, pieces);
    m_bench =
        std::make_unique<BenchThread>(BenchThread::Setup{address, path("labels"), false, &m_clock});
    if (const QString problem = m_bench->start(); !problem.isEmpty())
        throw std::runtime_error(problem.toStdString());
    KioskOptions options;
    options.silent = true;
    options.zone = m_bench->zone();
    m_kiosk = std::make_unique<Kiosk>(
        *m_bench, [] { return sampleShiftStart(); }, options);
    // Told by the model itself once it has taken the snapshot: no frame can come in between.
    QObject::connect(&m_kiosk->model(), &KioskModel::verdictShown, m_kiosk.get(),
                     [this](Verdict verdict) {
                         if (m_isAwaited || m_kiosk->model().snapshot().scanSerial != m_serial)
                             return;
                         m_verdictAt = std::chrono::steady_clock::now();
                         m_verdict = verdict;
                         m_isAwaited = true;
                     });
    QObject::connect(
        m_kiosk->window(), &QQuickWindow::frameSwapped, m_kiosk.get(),
        [this] {
            if (!m_isAwaited || m_isDone)
                return;
            m_frameAt = std::chrono::steady_clock::now();
            m_isDone = true;
        },
        Qt::DirectConnection);
    scan(QStringLiteral("PBU-0417"));
    scan(kOrder);
    if (m_kiosk->model().snapshot().stage != Stage::Packing)
        throw std::runtime_error("the order could not be opened");
    makeCover();
}

ScanWindow::~ScanWindow() {
    m_kiosk.reset();
}

QString ScanWindow::path(const char* name) const {
    return m_folder.filePath(QLatin1String(name));
}

QSize ScanWindow::size() const {
    return m_kiosk->window()->size();
}

void ScanWindow::fill(const LedgerAddress& address, int pieces) {
    const auto ledger = Ledger::create(address);
    fillSampleShop(*ledger, m_clock.now());
    // The scans come faster than any hand: none of them is a bounce of the trigger.
    ledger->settings().set(QStringLiteral("scan.repeat_ms"), QStringLiteral("0"));
    const DispatchWindow window{m_clock.now().plusHours(22), m_clock.now().plusHours(46), true};
    (void)ledger->orders().add(largeOrder(pieces), window, m_clock.now());
}

void ScanWindow::waitForFrame() {
    const QDeadlineTimer deadline(kPatienceMs);
    while (!m_isDone) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (deadline.hasExpired())
            throw std::runtime_error("no frame came within 20 seconds");
    }
}

void ScanWindow::scan(const QString& text) {
    m_isAwaited = m_isDone = false;
    ++m_serial;
    m_start = std::chrono::steady_clock::now();
    m_bench->scan(text, QStringLiteral("wedge"), m_serial);
    waitForFrame();
}

ScanWindow::Times ScanWindow::scanPiece() {
    scan(kItemCode);
    if (m_verdict != Verdict::Accepted)
        throw std::runtime_error("a piece was not accepted");
    return {milliseconds(m_verdictAt - m_start), milliseconds(m_frameAt - m_start)};
}

void ScanWindow::makeCover() {
    auto* panel = m_kiosk->window()->findChild<QQuickItem*>(QStringLiteral("verdictPanel"));
    if (!panel)
        throw std::runtime_error("the verdict panel is not there");
    QQmlComponent component(qmlEngine(panel));
    component.setData("import QtQuick\nRectangle { z: 1; visible: false }", QUrl());
    m_cover = qobject_cast<QQuickItem*>(component.create());
    m_cover->setParent(m_kiosk->window());
    m_cover->setParentItem(m_kiosk->window()->contentItem());
    m_cover->setPosition(panel->mapToScene({0, 0}));
    m_cover->setSize(panel->size());
}

void ScanWindow::cover(bool on) {
    m_cover->setVisible(on);
    m_isDone = false;
    m_isAwaited = true;
    waitForFrame();
}

double ScanWindow::bareFrame() {
    const bool isWhite = m_cover->property("color").value<QColor>() == QColor(Qt::white);
    m_isDone = false;
    m_isAwaited = true;
    const auto start = std::chrono::steady_clock::now();
    m_cover->setProperty("color", QColor(isWhite ? Qt::green : Qt::white));
    waitForFrame();
    return milliseconds(m_frameAt - start);
}

} // namespace packbench::figures
