#pragma once
#include "bench/benchthread.h"
#include "bench/clock.h"
#include "screens/kiosk.h"
#include "support/figures.h"

#include <QTemporaryDir>

QT_BEGIN_NAMESPACE
class QQuickItem;
QT_END_NAMESPACE

namespace packbench::figures {

/// The real kiosk over the real bench and a ledger file, with an order of many pieces of one item
/// open: what one scan takes until the frame that shows its verdict.
class ScanWindow {
public:
    explicit ScanWindow(int pieces);
    ~ScanWindow();
    ScanWindow(const ScanWindow&) = delete;
    ScanWindow& operator=(const ScanWindow&) = delete;

    struct Times {
        double verdict = 0; ///< ms until the committed verdict is with the screens
        double pixel = 0;   ///< ms until the frame that shows it
    };
    /// One more piece. @throws std::runtime_error when it is not accepted or no frame comes.
    [[nodiscard]] Times scanPiece();

    /// A rectangle as large as the verdict panel changes its colour: ms until that frame. Between
    /// `cover(true)` and `cover(false)` only.
    [[nodiscard]] double bareFrame();
    void cover(bool on);

    [[nodiscard]] QString path(const char* name) const;
    [[nodiscard]] QSize size() const;
    [[nodiscard]] QStringList problems() const { return m_kiosk->selfTest(); }

private:
    using Time = std::chrono::steady_clock::time_point;
    void fill(const LedgerAddress& address, int pieces);
    void scan(const QString& text);
    void makeCover();
    void waitForFrame();

    QTemporaryDir m_folder;
    SteeredClock m_clock;
    std::unique_ptr<BenchThread> m_bench;
    std::unique_ptr<Kiosk> m_kiosk;
    QQuickItem* m_cover = nullptr; ///< owned by the window
    qint64 m_serial = 0;
    Time m_start, m_verdictAt, m_frameAt;
    Verdict m_verdict = Verdict::None;
    bool m_isAwaited = false; ///< the next frame is the one
    bool m_isDone = false;
};

} // namespace packbench::figures
