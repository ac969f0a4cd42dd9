// Faults on the way of a label's bytes, in this process: every byte of one label in each language.
#include "bench/testlabel.h"
#include "drivers/virtualprinter.h"
#include "labels/page.h"
#include "rowtest.h"

#include <QDir>
#include <QImage>

#include <algorithm>
#include <atomic>

namespace packbench::faults {
namespace {

struct Sending {
    explicit Sending(PrinterLanguage of) : language(of), printer(folder.path(), of, 8) {
        page = testPage(printer.description(), QStringLiteral("03"));
        bytes = encode(language, page, printer.description().setup);
    }
    SendReport send() {
        const std::atomic<bool> cancel = false;
        try {
            return bus.open(QStringLiteral("virtual"))->send(bytes, cancel);
        } catch (const DeviceError& error) {
            return {SendReport::End::NothingSent, 0, PrinterState::Unplugged, error.sentence()};
        }
    }
    [[nodiscard]] QImage last() const { return QImage(printer.lastPicture()); }

    PrinterLanguage language;
    QTemporaryDir folder;
    VirtualPrinter printer;
    VirtualPrinterBus bus{printer};
    Page page;
    QByteArray bytes;
};

class Transfer17 : public RowTest, public testing::WithParamInterface<PrinterLanguage> {};

/// "Nothing sent" only when the printer took no byte, "accepted" only when it took all, and what
/// was cut off never shows in the next label.
TEST_P(Transfer17, Row17_UnpluggedAtEveryByte) {
    Sending line(GetParam());
    const int all = static_cast<int>(line.bytes.size());
    const int stride = strideFor(all, 150);
    ASSERT_EQ(line.send().end, SendReport::End::Accepted);
    const QImage whole = line.last();
    ASSERT_FALSE(whole.isNull());
    int out = 1;
    for (int k = int(seed() % unsigned(stride)); k <= all; k += stride) {
        SCOPED_TRACE("k = " + std::to_string(k) + " of " + std::to_string(all));
        ran();
        line.printer.unplugAtByte(k);
        const SendReport cut = line.send();
        const int cameOut = line.printer.labelsOut() - out;
        ASSERT_EQ(cut.end, k == 0    ? SendReport::End::NothingSent
                           : k < all ? SendReport::End::Uncertain
                                     : SendReport::End::Accepted);
        ASSERT_EQ(cut.bytesTaken, k);
        ASSERT_LE(cameOut, k == 0 ? 0 : 1) << "a label came out of which nothing was sent";
        ASSERT_GE(cameOut, k == all ? 1 : 0);
        line.printer.setReady();
        ASSERT_EQ(line.send().end, SendReport::End::Accepted);
        out += cameOut + 1;
        ASSERT_EQ(line.printer.labelsOut(), out);
        ASSERT_TRUE(line.last() == whole) << "the next label holds a part of the one before";
        if (out % 50 < 2)
            for (const QString& name : QDir(line.folder.path()).entryList(QDir::Files))
                if (line.folder.filePath(name) != line.printer.lastPicture())
                    QFile::remove(line.folder.filePath(name));
    }
}

INSTANTIATE_TEST_SUITE_P(EachLanguage, Transfer17,
                         testing::Values(PrinterLanguage::Zpl, PrinterLanguage::Tspl,
                                         PrinterLanguage::Epl2, PrinterLanguage::Cpcl,
                                         PrinterLanguage::EscPos),
                         [](const auto& one) { return word(one.param).toStdString(); });

} // namespace
} // namespace packbench::faults
