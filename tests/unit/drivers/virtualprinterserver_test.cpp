#include "drivers/virtualprinterserver.h"
#include "eventually.h"
#include "pages.h"

#include <QTcpSocket>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {
namespace {

using test::eventually;

class ServerTest : public testing::Test {
protected:
    void SetUp() override { listen(VirtualPrinterServer::kPatienceMs); }

    void listen(int patienceMs) {
        m_server = std::make_unique<VirtualPrinterServer>(m_printer, patienceMs);
        ASSERT_EQ(m_server->listen(QHostAddress::LocalHost, 0), QString());
    }
    [[nodiscard]] std::unique_ptr<QTcpSocket> client() const {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->port());
        EXPECT_TRUE(socket->waitForConnected());
        return socket;
    }
    [[nodiscard]] static QByteArray label(unsigned seed) {
        return encode(PrinterLanguage::Zpl, test::labelLikePage(203, 120, 8, seed), {});
    }
    [[nodiscard]] bool hasPrinted(int labels) {
        return eventually([&] { return m_printer.labelsOut() >= labels; });
    }

    QTemporaryDir m_folder;
    VirtualPrinter m_printer{m_folder.path(), PrinterLanguage::Zpl, 8};
    std::unique_ptr<VirtualPrinterServer> m_server;
};

TEST_F(ServerTest, AClientThatPausesInMidLabelKeepsItThoughOthersPrint) {
    const auto slow = client();
    slow->write(label(1).left(200));
    ASSERT_TRUE(eventually([&] { return slow->bytesToWrite() == 0; }));
    const auto quick = client();
    quick->write(label(2));
    ASSERT_TRUE(hasPrinted(1));
    slow->write(label(1).mid(200));
    EXPECT_TRUE(hasPrinted(2));
    EXPECT_EQ(m_printer.state(), PrinterState::Ready);
}

TEST_F(ServerTest, WhatSomebodySentBeforeHeHungUpIsPrinted) {
    ASSERT_EQ(m_printer.order(QStringLiteral("stall")), QString());
    const auto hasty = client();
    hasty->write(label(1));
    ASSERT_TRUE(eventually([&] { return hasty->bytesToWrite() == 0; }));
    hasty->disconnectFromHost();
    ASSERT_TRUE(eventually([&] { return m_server->clients() == 1; }));
    const auto next = client();
    ASSERT_TRUE(eventually([&] { return m_server->clients() == 2; }));
    ASSERT_EQ(m_printer.order(QStringLiteral("ready")), QString());
    EXPECT_TRUE(hasPrinted(1));
    EXPECT_TRUE(eventually([&] { return m_server->clients() == 1; }));
}

TEST_F(ServerTest, HalfALabelOfAClientThatLeavesPrintsNothing) {
    {
        const auto cut = client();
        cut->write(label(1).left(200));
        ASSERT_TRUE(eventually([&] { return cut->bytesToWrite() == 0; }));
    }
    const auto next = client();
    next->write(label(1).mid(200) + label(2));
    EXPECT_TRUE(hasPrinted(1));
    EXPECT_EQ(m_printer.labelsOut(), 1);
}

TEST_F(ServerTest, MoreClientsThanItServesWaitUntilOneLeaves) {
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (size_t at = 0; at < VirtualPrinterServer::kMostClients; ++at)
        clients.push_back(client());
    ASSERT_TRUE(eventually([&] { return m_server->clients() == clients.size(); }));
    const auto waiting = client();
    waiting->write(label(1));
    const auto another = client();
    another->write(label(2));
    clients.front()->write(label(3));
    ASSERT_TRUE(hasPrinted(1));
    EXPECT_EQ(m_server->clients(), VirtualPrinterServer::kMostClients);
    EXPECT_EQ(m_printer.labelsOut(), 1);
    clients.pop_back();
    EXPECT_TRUE(hasPrinted(2));
    clients.pop_back();
    EXPECT_TRUE(hasPrinted(3));
}

TEST_F(ServerTest, OneThatSaysNothingForLongIsSentAway) {
    listen(1);
    const auto silent = client();
    EXPECT_TRUE(eventually([&] { return silent->state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_EQ(m_server->clients(), 0U);
}

TEST_F(ServerTest, EachClientGetsTheAnswersToItsOwnQuestions) {
    const auto asking = client();
    const auto listening = client();
    asking->write("~HS");
    ASSERT_TRUE(eventually([&] { return asking->bytesAvailable() > 0; }));
    listening->write(label(1));
    ASSERT_TRUE(hasPrinted(1));
    EXPECT_EQ(listening->bytesAvailable(), 0);
}

TEST_F(ServerTest, ABrokenPictureStaysAFaultUntilReadyThoughItsSenderLeft) {
    {
        const auto bad = client();
        bad->write("^XA^FO0,0^GFA,2,2,1,F?F^FS^XZ");
        ASSERT_TRUE(eventually([&] { return m_printer.state() == PrinterState::Fault; }));
    }
    ASSERT_TRUE(eventually([&] { return m_server->clients() == 0; }));
    const auto next = client();
    next->write("~HS");
    ASSERT_TRUE(eventually([&] { return next->bytesAvailable() > 0; }));
    EXPECT_EQ(m_printer.state(), PrinterState::Fault);
}

} // namespace
} // namespace packbench
