#include "exchange/xlsxguard.h"

#include "exchange/tablesource.h"
#include "exchange/zippart.h"

namespace packbench {

namespace {

Refusal tooLarge() {
    return wholeRefusal(RefusalReason::TooLarge,
                        QStringLiteral("The workbook unpacks to far more than an order list holds "
                                       "(at most %1 MB in %2 parts). Nothing was imported; export "
                                       "a shorter period.")
                            .arg(XlsxCaps::kTotalBytes / 1024 / 1024)
                            .arg(XlsxCaps::kParts));
}

Refusal locked() {
    return wholeRefusal(RefusalReason::NotATable,
                        QStringLiteral("The workbook is protected with a password. Nothing was "
                                       "imported; save it without one."));
}

std::optional<Refusal> guardPart(const ZipArchive& archive, int part, qint64& total) {
    if (archive.isLocked(part)) {
        return locked();
    }
    const auto device = archive.open(part);
    const qint64 packed = archive.packedSize(part);
    if (!device || packed < 0) {
        return damagedWorkbook();
    }
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    qint64 size = 0;
    for (qint64 got = device->read(piece.data(), piece.size()); got > 0;
         got = device->read(piece.data(), piece.size())) {
        size += got;
        total += got;
        const bool bomb = size > XlsxCaps::kSmallPart && size > packed * XlsxCaps::kRatio;
        if (total > XlsxCaps::kTotalBytes || bomb) {
            return tooLarge();
        }
    }
    if (device->errorString() == QLatin1String("damaged")) {
        return damagedWorkbook();
    }
    return std::nullopt;
}

} // namespace

Refusal damagedWorkbook() {
    return wholeRefusal(RefusalReason::CutOff,
                        QStringLiteral("The workbook is damaged or was cut off while it was "
                                       "copied. Nothing was imported; export or copy it again."));
}

std::optional<Refusal> guardXlsx(const ZipArchive& archive) {
    if (!archive.isOpen()) {
        return damagedWorkbook();
    }
    if (archive.parts() > XlsxCaps::kParts) {
        return tooLarge();
    }
    qint64 total = 0;
    for (int part = 0; part < archive.parts(); ++part) {
        if (auto refusal = guardPart(archive, part, total)) {
            return refusal;
        }
    }
    return std::nullopt;
}

} // namespace packbench
