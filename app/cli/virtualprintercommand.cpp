#include "cli/commands.h"
#include "cli/invocation.h"
#include "drivers/virtualprinterserver.h"
#include "shipping/fault.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QTimer>

#include <unistd.h>

namespace packbench {

namespace {

constexpr int kLookMs = 50;

struct ListenAt {
    QHostAddress address;
    quint16 port = 0;
};

ListenAt listenAt(const QString& text) {
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    QString host = colon > 0 ? text.left(colon) : QStringLiteral("127.0.0.1");
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    const QHostAddress address(host);
    if (!isNumber || port > 65535 || address.isNull())
        throw UsageError(QStringLiteral("--listen takes an address such as 127.0.0.1:9100 or "
                                        "[::1]:9100; port 0 is any that is free."));
    return {address, static_cast<quint16>(port)};
}

/// Orders for the printer, line by line, as they come; the end of standard input ends the program.
class Orders {
public:
    Orders(VirtualPrinter& printer, int file)
        : m_printer(printer), m_file(file), m_notifier(file, QSocketNotifier::Read) {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { read(); });
    }

private:
    void read() {
        char bytes[4096];
        const ssize_t count = ::read(m_file, bytes, sizeof bytes);
        if (count <= 0) {
            m_notifier.setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        m_line.append(bytes, count);
        for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            obey(QString::fromUtf8(m_line.left(end)).trimmed());
            m_line.remove(0, end + 1);
        }
    }
    void obey(const QString& order) {
        if (order.isEmpty() || order.startsWith(u'#'))
            return;
        const QString problem = m_printer.order(order);
        if (!problem.isEmpty())
            tell(problem);
    }

    VirtualPrinter& m_printer;
    int m_file;
    QSocketNotifier m_notifier;
    QByteArray m_line;
};

void giveOrdersFrom(const QString& path, VirtualPrinter& printer) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(
            FileError::Code::Missing,
            QStringLiteral("The orders '%1' cannot be read: %2.").arg(path, file.errorString()));
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QString order = line.trimmed();
        const QString problem =
            order.isEmpty() || order.startsWith(u'#') ? QString() : printer.order(order);
        if (!problem.isEmpty())
            throw UsageError(problem);
    }
}

/// A line for each label that came out.
class Telling {
public:
    Telling(const VirtualPrinter& printer, bool json) : m_printer(printer), m_json(json) {}

    void tell() {
        const int out = m_printer.labelsOut();
        if (out == m_told)
            return;
        m_told = out;
        const QJsonObject object{{"labels", out}, {"picture", m_printer.lastPicture()}};
        printLine(m_json ? QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))
                         : QStringLiteral("label %1: %2").arg(out).arg(m_printer.lastPicture()));
        std::fflush(stdout);
    }

private:
    const VirtualPrinter& m_printer;
    bool m_json;
    int m_told = 0;
};

} // namespace

int runVirtualPrinter(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("listen"), QStringLiteral("Address and port; loopback unless told."),
          QStringLiteral("address"), QStringLiteral("127.0.0.1:9100")},
         {QStringLiteral("language"), QStringLiteral("zpl, tspl, epl2, cpcl or escpos."),
          QStringLiteral("language"), QStringLiteral("zpl")},
         {QStringLiteral("out"), QStringLiteral("Folder for pictures and bytes."),
          QStringLiteral("folder")},
         {QStringLiteral("dots-per-mm"), QStringLiteral("8, 12 or 24."), QStringLiteral("dots"),
          QStringLiteral("8")},
         {QStringLiteral("orders"), QStringLiteral("File of orders, or - for standard input."),
          QStringLiteral("file")}});
    const ListenAt at = listenAt(call.value("listen"));
    const auto language = printerLanguageFromWord(call.value("language"));
    const int dots = call.value("dots-per-mm").toInt();
    if (!language || !call.isSet("out") || (dots != 8 && dots != 12 && dots != 24))
        throw UsageError(
            QStringLiteral("virtual-printer needs --language zpl|tspl|epl2|cpcl|escpos "
                           "and --out DIR; --dots-per-mm is 8, 12 or 24."));
    VirtualPrinter printer(call.value("out"), *language, dots);
    VirtualPrinterServer server(printer);
    if (const QString problem = server.listen(at.address, at.port); !problem.isEmpty())
        throw DeviceError(DeviceError::Code::Busy, problem);
    std::optional<Orders> orders;
    if (call.value("orders") == u"-")
        orders.emplace(printer, STDIN_FILENO);
    else if (call.isSet("orders"))
        giveOrdersFrom(call.value("orders"), printer);
    printLine(QStringLiteral("%1 listens on %2:%3")
                  .arg(word(*language), at.address.toString())
                  .arg(server.port()));
    std::fflush(stdout);
    Telling telling(printer, call.json());
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&telling] { telling.tell(); });
    look.start(kLookMs);
    QCoreApplication::exec();
    telling.tell();
    return kDone;
}

} // namespace packbench
