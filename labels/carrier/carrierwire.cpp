#include "labels/carrier/carrierwire.h"

#include <QDataStream>
#include <QIODevice>

namespace packbench {
namespace {

constexpr quint32 kMagic = 0x50424C31; // "PBL1"
constexpr quint32 kEnd = 0x454E4421;
constexpr qint32 kMostDots = 16384;
constexpr quint32 kMostPages = 1000;
constexpr quint32 kMostOfAPage = 10'000; ///< codes or findings
constexpr qint32 kMostCopies = 10'000;

QDataStream& prepared(QDataStream& stream) {
    stream.setVersion(QDataStream::Qt_6_0);
    return stream;
}

void write(QDataStream& to, const ForeignPage& page) {
    const Page& dots = page.label.page;
    to << qint32(dots.width) << qint32(dots.height) << qint32(dots.dotsPerMm) << dots.bits
       << qint32(page.label.copies) << quint32(page.label.findings.size());
    for (const LabelFinding& finding : page.label.findings)
        to << finding.kind << finding.text;
    to << quint32(page.codes.size());
    for (const ReadCode& code : page.codes)
        to << code.format << code.text << code.dots;
}

bool isWhole(const Page& page) {
    return page.width > 0 && page.height > 0 && page.width <= kMostDots &&
           page.height <= kMostDots && page.dotsPerMm > 0 &&
           page.bits.size() == qsizetype(page.bytesPerRow()) * page.height;
}

bool read(QDataStream& from, ForeignPage& page) {
    qint32 width = 0, height = 0, dotsPerMm = 0, copies = 0;
    from >> width >> height >> dotsPerMm >> page.label.page.bits >> copies;
    page.label.page.width = width;
    page.label.page.height = height;
    page.label.page.dotsPerMm = dotsPerMm;
    page.label.copies = copies;
    if (from.status() != QDataStream::Ok || !isWhole(page.label.page) || copies < 1 ||
        copies > kMostCopies)
        return false;
    quint32 count = 0;
    from >> count;
    for (quint32 i = 0; i < count && i < kMostOfAPage && from.status() == QDataStream::Ok; ++i) {
        LabelFinding finding;
        from >> finding.kind >> finding.text;
        page.label.findings.append(finding);
    }
    if (count > kMostOfAPage)
        return false;
    from >> count;
    for (quint32 i = 0; i < count && i < kMostOfAPage && from.status() == QDataStream::Ok; ++i) {
        ReadCode code;
        from >> code.format >> code.text >> code.dots;
        page.codes.append(code);
    }
    return count <= kMostOfAPage && from.status() == QDataStream::Ok;
}

} // namespace

QByteArray toWire(const ForeignFile& file) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    prepared(stream) << kMagic << qint32(file.form) << file.problem << quint32(file.pages.size());
    for (const ForeignPage& page : file.pages)
        write(stream, page);
    stream << kEnd;
    return bytes;
}

std::optional<ForeignFile> fromWire(const QByteArray& bytes) {
    QDataStream stream(bytes);
    quint32 magic = 0, pages = 0, end = 0;
    qint32 form = 0;
    ForeignFile file;
    prepared(stream) >> magic >> form >> file.problem >> pages;
    if (magic != kMagic || form < 0 || form > qint32(CarrierForm::Picture) || pages > kMostPages)
        return std::nullopt;
    file.form = static_cast<CarrierForm>(form);
    for (quint32 i = 0; i < pages; ++i) {
        ForeignPage page;
        if (!read(stream, page))
            return std::nullopt;
        file.pages.append(page);
    }
    stream >> end;
    if (stream.status() != QDataStream::Ok || end != kEnd || !stream.atEnd())
        return std::nullopt;
    return file;
}

} // namespace packbench
