#include "killed.h"

#include <QFile>
#include <QHash>
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

Killed packctlKilledAt(const FileCall& call, const QStringList& arguments) {
    const QString name = QString::fromLatin1(call.name);
    Killed killed;
    killed.ended = traced({QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-e"),
                           QStringLiteral("trace=") + name, QStringLiteral("-e"),
                           QStringLiteral("inject=%1:signal=KILL:when=%2").arg(name).arg(call.nth)},
                          arguments, &killed.wasKilled);
    return killed;
}

QList<FileCall> callsOf(const QStringList& arguments) {
    static const QRegularExpression kBegun(QStringLiteral("^(\\d+) +([a-z0-9]+)\\("));
    QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log"));
    (void)traced({QStringLiteral("-o"), log, QStringLiteral("-e"),
                  QStringLiteral("trace=") + kCalls, QStringLiteral("-e"),
                  QStringLiteral("signal=none")},
                 arguments);
    QHash<QString, int> made;
    QList<FileCall> calls;
    for (const QByteArray& line : fileBytes(log).split('\n')) {
        const auto begun = kBegun.match(QString::fromLatin1(line));
        if (!begun.hasMatch())
            continue;
        const FileCall call{begun.captured(2).toLatin1(), ++made[begun.captured(0)]};
        if (!calls.contains(call)) // another thread was there before
            calls.append(call);
    }
    return calls;
}

int killAtEvery(const QStringList& arguments, const std::function<void()>& prepare,
                const std::function<void(int, const Killed&)>& judge) {
    prepare();
    const QList<FileCall> calls = callsOf(arguments);
    const int count = int(calls.size());
    QSet<int> chosen;
    if (qEnvironmentVariableIsSet("PACKBENCH_EVERY_KILL")) {
        for (int at = 0; at < count; ++at)
            chosen.insert(at);
    } else {
        std::mt19937 dice(kSeed);
        for (int i = 0; i < kBetween; ++i)
            chosen.insert(int(dice() % unsigned(std::max(count, 1))));
        for (const int edge : {0, 1, 2, count - 2, count - 1})
            chosen.insert(edge);
    }
    QList<int> order = chosen.values();
    std::sort(order.begin(), order.end());
    int kills = 0;
    for (const int at : std::as_const(order)) {
        if (at < 0 || at >= count)
            continue;
        prepare();
        const Killed killed = packctlKilledAt(calls[at], arguments);
        kills += killed.wasKilled ? 1 : 0;
        judge(at + 1, killed);
    }
    return kills;
}

} // namespace packbench
