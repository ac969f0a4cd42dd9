#include "killed.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <random>

namespace packbench {

namespace {

/// Everything by which a program changes a file.
const QString kCalls =
    QStringLiteral("write,pwrite64,writev,fsync,fdatasync,rename,renameat2,link,linkat,unlink,"
                   "unlinkat,ftruncate,mkdir");
constexpr int kPatienceMs = 120'000;
constexpr int kBetween = 14;
constexpr unsigned kSeed = 20'260'921;

QString strace() {
    return QStandardPaths::findExecutable(QStringLiteral("strace"));
}

QProcessEnvironment oneThread() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("tr_TR.UTF-8"));
    return environment;
}

Ended traced(const QStringList& options, const QStringList& arguments, bool* killed = nullptr) {
    QProcess process;
    process.setProcessEnvironment(oneThread());
    process.start(strace(), QStringList{QStringLiteral("-f"), QStringLiteral("-qq")} + options +
                                QStringList{QStringLiteral("--"), QStringLiteral(PACKCTL)} +
                                arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatienceMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    // strace ends as its child did: by the same signal.
    if (killed)
        *killed =
            process.exitStatus() == QProcess::CrashExit || process.exitCode() == 128 + SIGKILL;
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

QString cannotKill() {
    if (strace().isEmpty())
        return QStringLiteral("strace is not installed");
    QProcess process;
    process.start(strace(), {QStringLiteral("-qq"), QStringLiteral("-o"),
                             QStringLiteral("/dev/null"), QStringLiteral("true")});
    const bool isDone = process.waitForFinished(kPatienceMs) && process.exitCode() == 0;
    return isDone ? QString() : QStringLiteral("strace may not trace here (ptrace)");
}

Killed packctlKilledAt(int nth, const QStringList& arguments) {
    Killed killed;
    killed.ended = traced({QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-e"),
                           QStringLiteral("trace=") + kCalls, QStringLiteral("-e"),
                           QStringLiteral("inject=%1:signal=KILL:when=%2").arg(kCalls).arg(nth)},
                          arguments, &killed.wasKilled);
    return killed;
}

int countCalls(const QStringList& arguments) {
    QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log"));
    (void)traced({QStringLiteral("-o"), log, QStringLiteral("-e"),
                  QStringLiteral("trace=") + kCalls, QStringLiteral("-e"),
                  QStringLiteral("signal=none")},
                 arguments);
    // strace counts in each thread for itself: the busiest one says how far N goes.
    QHash<QByteArray, int> ofThread;
    for (const QByteArray& line : fileBytes(log).split('\n')) {
        if (!line.isEmpty() && !line.contains("resumed>"))
            ++ofThread[line.left(line.indexOf(' '))];
    }
    int most = 0;
    for (const int count : std::as_const(ofThread))
        most = std::max(most, count);
    return most;
}

int killAtEvery(const QStringList& arguments, const std::function<void()>& prepare,
                const std::function<void(int, const Killed&)>& judge) {
    prepare();
    const int calls = countCalls(arguments);
    QSet<int> chosen;
    if (qEnvironmentVariableIsSet("PACKBENCH_EVERY_KILL")) {
        for (int nth = 1; nth <= calls; ++nth)
            chosen.insert(nth);
    } else {
        std::mt19937 dice(kSeed);
        for (int i = 0; i < kBetween; ++i)
            chosen.insert(int(dice() % unsigned(std::max(calls, 1))) + 1);
        for (const int edge : {1, 2, 3, calls - 1, calls})
            chosen.insert(std::clamp(edge, 1, std::max(calls, 1)));
    }
    QList<int> order = chosen.values();
    std::sort(order.begin(), order.end());
    int kills = 0;
    for (const int nth : std::as_const(order)) {
        prepare();
        const Killed killed = packctlKilledAt(nth, arguments);
        kills += killed.wasKilled ? 1 : 0;
        judge(nth, killed);
    }
    return kills;
}

} // namespace packbench
