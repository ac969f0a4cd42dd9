#include "exchange/tablefile.h"

#include "exchange/csvfile.h"
#include "exchange/xlsxfile.h"

#include <QFileInfo>

#include <algorithm>

namespace packbench {

namespace {

constexpr int kHeaderWithin = 60; ///< rows that may stand before the header

OpenedTable refusedTable(RefusalReason reason, const QString& text) {
    return {nullptr, wholeRefusal(reason, text)};
}

/// What a file is by its first bytes, where it is neither text nor workbook.
QString foreignKind(const QByteArray& head) {
    const QByteArray start = head.trimmed().left(64).toLower();
    if (head.startsWith("\xD0\xCF\x11\xE0")) {
        return QStringLiteral("an old Excel file (.xls) or a workbook with a password; save it as "
                              ".xlsx without a password");
    }
    if (head.startsWith("%PDF") || head.startsWith("\x89PNG") || head.startsWith("\xFF\xD8\xFF") ||
        head.startsWith("Rar!") || head.startsWith("7z\xBC\xAF") || head.startsWith("\x1F\x8B")) {
        return QStringLiteral("a document, picture or archive; give the shop's export itself");
    }
    if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<table") ||
        start.startsWith("<?xml") || start.startsWith("<meta")) {
        return QStringLiteral("a web page; download the export as CSV or XLSX instead of saving "
                              "the page");
    }
    if (start.startsWith('{') || start.startsWith("[{")) {
        return QStringLiteral("JSON text; give the shop's export as CSV or XLSX");
    }
    return {};
}

bool isTableLike(const std::vector<int>& sizes) {
    if (sizes.size() == 1) {
        return sizes[0] >= 3;
    }
    for (size_t at = 1; at < sizes.size(); ++at) {
        if (sizes[at] >= 3 && sizes[at] == sizes[at - 1]) {
            return true;
        }
    }
    return false;
}

/// What the search has met on its way, to say what was wrong.
struct Search {
    bool accepted = false;
    bool tableLike = false;
    std::optional<Refusal> fault;
};

void searchOnce(TableSource& source, const CellForm& form, const HeaderTest& accept,
                Search& search) {
    TableRow row;
    std::vector<int> sizes;
    for (int count = 0; count < kHeaderWithin && source.next(row); ++count) {
        sizes.push_back(row.size());
        if (row.size() >= 1 && accept(TableHeader(row), form)) {
            search.accepted = true;
            return;
        }
    }
    search.tableLike = search.tableLike || isTableLike(sizes);
    if (source.fault() && !search.fault) {
        search.fault = source.fault();
    }
}

} // namespace

OpenedTable openTable(const QString& path) {
    auto file = std::make_unique<QFile>(path);
    if (!QFileInfo(path).isFile() || !file->open(QIODevice::ReadOnly)) {
        return refusedTable(RefusalReason::Missing,
                            QStringLiteral("The file is not there or may not be read. Nothing was "
                                           "imported; check its name and rights."));
    }
    if (file->size() > TableCaps::kFileBytes) {
        return refusedTable(RefusalReason::TooLarge,
                            QStringLiteral("The file is larger than %1 MB. Nothing was imported; "
                                           "export a shorter period.")
                                .arg(TableCaps::kFileBytes / 1024 / 1024));
    }
    const QByteArray head = file->peek(4096);
    if (head.trimmed().isEmpty()) {
        return refusedTable(RefusalReason::NotATable,
                            QStringLiteral("The file is empty. Nothing was imported; export it "
                                           "again."));
    }
    if (const QString kind = foreignKind(head); !kind.isEmpty()) {
        return refusedTable(
            RefusalReason::NotATable,
            QStringLiteral("This is no table but %1. Nothing was imported.").arg(kind));
    }
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) {
        auto workbook = std::make_unique<XlsxFile>(path);
        auto fault = workbook->fault();
        return {std::move(workbook), std::move(fault)};
    }
    const EncodingVerdict verdict = findEncoding(*file);
    if (!verdict.encoding) {
        return {nullptr, verdict.fault};
    }
    return {std::make_unique<CsvFile>(std::move(file), *verdict.encoding), std::nullopt};
}

std::optional<Refusal> findHeader(TableSource& source, const HeaderTest& accept) {
    Search search;
    for (int sheet = 0; sheet < source.sheets(); ++sheet) {
        source.useSheet(sheet);
        for (const CellForm& form : source.forms()) {
            source.useForm(form);
            searchOnce(source, form, accept, search);
            if (search.accepted) {
                return std::nullopt;
            }
        }
    }
    if (search.fault) {
        return search.fault;
    }
    if (!search.tableLike) {
        return wholeRefusal(RefusalReason::NotATable,
                            QStringLiteral("The file holds no table with a row of headings. "
                                           "Nothing was imported; give the shop's export as CSV "
                                           "or XLSX."));
    }
    return wholeRefusal(RefusalReason::UnknownFormat, {});
}

void rewindBehind(TableSource& source, const TableHeader& header) {
    source.rewind();
    TableRow row;
    while (source.next(row) && row.line < header.line()) {
    }
}

} // namespace packbench
