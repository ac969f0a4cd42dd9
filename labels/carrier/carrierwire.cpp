#include "labels/carrier/carrierwire.h"

#include <QDataStream>
#include <QIODevice>

namespace packbench {
namespace {

constexpr quint32 kMagic = 0x50424C32; // "PBL2"
constexpr quint32 kEnd = 0x454E4421;
constexpr qint32 kMostDots = 16384;
constexpr quint32 kMostPages = 1000;
constexpr quint32 kMostOfAPage = 10'000; ///< codes or findings
constexpr qint32 kMostCopies = 10'000;

QDataStream& prepared(QDataStream& stream) {
    stream.setVersion(QDataStream::Qt_6_0);
    return stream;
}

void write(QDataStream& to, const ReadCode& code) {
    to << code.format << code.text << code.dots << code.measure.has_value();
    if (!code.measure)
        return;
    const CodeMeasure& measure = *code.measure;
    to << qint32(measure.read) << measure.atHalf << measure.burnt << measure.faded
       << measure.moduleDots << measure.quiet;
}

void write(QDataStream& to, const ForeignPage& page) {
    const Page& dots = page.label.page;
    to << qint32(dots.width) << qint32(dots.height) << qint32(dots.dotsPerMm) << dots.bits
       << qint32(page.label.copies) << quint32(page.label.findings.size());
    for (const LabelFinding& finding : page.label.findings)
        to << finding.kind << finding.text;
    to << quint32(page.codes.size());
    for (const ReadCode& code : page.codes)
        write(to, code);
}

bool isWhole(const Page& page) {
    return page.width > 0 && page.height > 0 && page.width <= kMostDots &&
           page.height <= kMostDots && page.dotsPerMm > 0 &&
           page.bits.size() == qsizetype(page.bytesPerRow()) * page.height;
}

/// Nobody's bytes become a value that is none.
bool isPossible(const CodeMeasure& measure, qint32 read) {
    return read >= 0 && read <= qint32(CodeMeasure::Read::Whole) && measure.moduleDots >= 0 &&
           measure.moduleDots <= kMostDots && measure.quiet >= 0 && measure.quiet <= 1;
}

bool read(QDataStream& from, ReadCode& code) {
    bool isMeasured = false;
    from >> code.format >> code.text >> code.dots >> isMeasured;
    if (!isMeasured)
        return true;
    CodeMeasure measure;
    qint32 read = 0;
    from >> read >> measure.atHalf >> measure.burnt >> measure.faded >> measure.moduleDots >>
        measure.quiet;
    if (!isPossible(measure, read))
        return false;
    measure.read = static_cast<CodeMeasure::Read>(read);
    code.measure = measure;
    return true;
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
        if (!read(from, code))
            return false;
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
