#include "cli/invocation.h"

#include "bench/clock.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cstdio>

namespace packbench {

Invocation::Invocation(const QStringList& arguments, const QList<QCommandLineOption>& options) {
    m_parser.addOption({QStringLiteral("json"), QStringLiteral("Answer as JSON.")});
    m_parser.addOption({QStringLiteral("ledger"), QStringLiteral("sqlite:PATH or postgresql://…"),
                        QStringLiteral("address")});
    m_parser.addOptions(options);
    if (!m_parser.parse(QStringList{QStringLiteral("packctl")} + arguments))
        throw UsageError(m_parser.errorText());
}

QString Invocation::onlyWord(const QString& what) const {
    if (words().size() != 1)
        throw UsageError(QStringLiteral("Give exactly one %1.").arg(what));
    return words().first();
}

QString Invocation::ledgerText() const {
    if (isSet("ledger"))
        return value("ledger");
    QString fromEnvironment = qEnvironmentVariable("PACKBENCH_LEDGER");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                           QStringLiteral("/packbench");
    QDir().mkpath(folder);
    return QStringLiteral("sqlite:") + folder + QStringLiteral("/ledger.db");
}

LedgerAddress Invocation::ledgerAddress() const {
    const auto address = ledgerAddressFromText(ledgerText());
    if (!address)
        throw UsageError(
            QStringLiteral("--ledger takes sqlite:PATH or postgresql://user@host/name."));
    return *address;
}

std::unique_ptr<Ledger> Invocation::openLedger() const {
    auto ledger = Ledger::open(ledgerAddress());
    ledger->audit().asks(nullptr, [] {
        return AuditTrail::Moment{SystemClock().now(), QStringLiteral("packctl")};
    });
    return ledger;
}

QHash<QString, QString> Invocation::settings() const {
    const LedgerAddress address = ledgerAddress();
    const bool isNamed = isSet("ledger") || qEnvironmentVariableIsSet("PACKBENCH_LEDGER");
    if (!isNamed && address.kind == LedgerAddress::Kind::Sqlite && !QFile::exists(address.path))
        return {};
    return Ledger::settingsOf(address);
}

namespace {

bool hasPrinted = false;

} // namespace

bool hasPrintedDocument() {
    return hasPrinted;
}

void print(const QJsonDocument& document) {
    hasPrinted = true;
    const QByteArray bytes = document.toJson(QJsonDocument::Indented);
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

void printLine(const QString& line) {
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

void tell(const QString& line) {
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

} // namespace packbench
