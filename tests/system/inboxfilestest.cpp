// Ready-made labels as files: taken by hand, and out of a watched folder.
#include "inboxfixture.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

namespace packbench {

namespace {

const QString kSocks = QStringLiteral("2609210012");
const QString kShirt = QStringLiteral("2609210010");

void save(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_EQ(file.write(bytes), bytes.size());
}

QByteArray saved(const QImage& picture, const char* form) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    EXPECT_TRUE(picture.save(&buffer, form, 90));
    return bytes;
}

/// As a shop's program makes one: pages of the label's size, a picture on each.
QByteArray pdfOf(const QList<QImage>& pictures) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(300);
    writer.setPageSize(QPageSize(QSizeF(100, 150), QPageSize::Millimeter));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    for (qsizetype at = 0; at < pictures.size(); ++at) {
        if (at > 0)
            writer.newPage();
        painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), pictures[at]);
    }
    painter.end();
    return bytes;
}

QByteArray orderCode(const QString& number) {
    return "^FO40,400^BY2^BCN,100,Y,N,N^FD" + number.toLatin1() + "^FS";
}

class InboxFiles : public Inbox {
protected:
    InboxFiles() { stop(); }

    /// The picture of a label with this code, drawn by the program itself.
    [[nodiscard]] QImage picture(const QByteArray& code, const QByteArray& more = {}) const {
        const QString zpl = m_folder.filePath(QStringLiteral("label.txt"));
        const QString png = m_folder.filePath(QStringLiteral("label-drawn.png"));
        save(zpl, zplLabel(code, more));
        const Ended convert = packctl({QStringLiteral("label"), QStringLiteral("convert"), zpl,
                                       QStringLiteral("--out"), png});
        EXPECT_EQ(convert.exitCode, 0) << convert.out.constData();
        QImage drawn(png);
        drawn.setDotsPerMeterX(8000);
        drawn.setDotsPerMeterY(8000);
        EXPECT_FALSE(drawn.isNull());
        return drawn;
    }
    [[nodiscard]] Ended take(const QString& name, const QByteArray& bytes) const {
        const QString path = m_folder.filePath(name);
        save(path, bytes);
        return run({QStringLiteral("label"), QStringLiteral("inbox"), QStringLiteral("take"), path,
                    QStringLiteral("--json")});
    }
    [[nodiscard]] static QJsonObject page(const Ended& ended, int number) {
        return ended.json().array().at(number).toObject();
    }
    void expectMatched(const QJsonObject& label, const QString& order) const {
        EXPECT_EQ(label.value(QStringLiteral("state")).toString(), QStringLiteral("matched"))
            << QJsonDocument(label).toJson().constData();
        EXPECT_EQ(label.value(QStringLiteral("order")).toString(), order);
    }
};

} // namespace

TEST_F(InboxFiles, APngIsTakenByHand) {
    const Ended taken = take(QStringLiteral("a.png"), saved(picture(kWaybill), "PNG"));
    EXPECT_EQ(taken.exitCode, 0) << taken.err.constData();
    expectMatched(page(taken, 0), kOrder);
}

TEST_F(InboxFiles, AJpegIsTakenByHand) {
    const QImage wide = picture(kWaybill).convertToFormat(QImage::Format_RGB32);
    const Ended taken = take(QStringLiteral("a.jpg"), saved(wide, "JPG"));
    EXPECT_EQ(taken.exitCode, 0) << taken.err.constData();
    expectMatched(page(taken, 0), kOrder);
}

TEST_F(InboxFiles, APdfOfSeveralPagesIsALabelForEachOrderOfThem) {
    const QByteArray pdf = pdfOf({picture(kWaybill), picture(numbered(12), orderCode(kSocks)),
                                  picture(numbered(10), orderCode(kShirt))});
    const Ended taken = take(QStringLiteral("today.pdf"), pdf);
    EXPECT_EQ(taken.exitCode, 0) << taken.err.constData();
    ASSERT_EQ(taken.json().array().size(), 3) << taken.out.constData();
    expectMatched(page(taken, 0), kOrder);
    expectMatched(page(taken, 1), kSocks);
    expectMatched(page(taken, 2), kShirt);
    EXPECT_EQ(page(taken, 1).value(QStringLiteral("waybill")).toString(),
              QString::fromLatin1(numbered(12)));
    const Ended again = take(QStringLiteral("copy.pdf"), pdf);
    EXPECT_EQ(again.exitCode, 0);
    EXPECT_EQ(page(again, 2).value(QStringLiteral("id")),
              page(taken, 2).value(QStringLiteral("id")));
    EXPECT_EQ(page(again, 2).value(QStringLiteral("arrivals")).toInt(), 2);
}

TEST_F(InboxFiles, AFileThatIsNoLabelWaitsWithItsReason) {
    for (const char* text : {"Dear customer, your parcel", "%PDF-1.4 and nothing behind it"}) {
        const Ended taken = take(QStringLiteral("letter.pdf"), text);
        EXPECT_EQ(taken.exitCode, 1);
        EXPECT_EQ(page(taken, 0).value(QStringLiteral("state")).toString(),
                  QStringLiteral("unreadable"));
        EXPECT_EQ(page(taken, 0).value(QStringLiteral("reason")).toString(),
                  QStringLiteral("not-drawn"));
    }
}

TEST_F(InboxFiles, PdfPngAndJpegComeThroughTheWatchedFolder) {
    const QString folder = m_folder.filePath(QStringLiteral("in"));
    ASSERT_TRUE(QDir().mkpath(folder));
    ASSERT_EQ(run({QStringLiteral("settings"), QStringLiteral("label.folder"), folder}).exitCode,
              0);
    const QImage socks = picture(numbered(12), orderCode(kSocks));
    const QImage shirt = picture(numbered(10), orderCode(kShirt));
    const QImage bottle = picture(numbered(5), orderCode(QStringLiteral("717800000005")));
    m_told.clear();
    listen({});
    save(folder + QStringLiteral("/two.pdf"), pdfOf({picture(kWaybill), socks}));
    ASSERT_TRUE(hasTaken(2));
    save(folder + QStringLiteral("/one.png"), saved(shirt, "PNG"));
    ASSERT_TRUE(hasTaken(3));
    save(folder + QStringLiteral("/one.jpg"),
         saved(bottle.convertToFormat(QImage::Format_RGB32), "JPG"));
    ASSERT_TRUE(hasTaken(4));
    expectMatched(told(0), kOrder);
    expectMatched(told(1), kSocks);
    expectMatched(told(2), kShirt);
    expectMatched(told(3), QStringLiteral("717800000005"));
    EXPECT_TRUE(told(3).value(QStringLiteral("source")).toString().endsWith(u"one.jpg"));
    stop();
    EXPECT_EQ(QDir(folder).entryList(QDir::Files).size(), 3) << "none is deleted";
}

} // namespace packbench
