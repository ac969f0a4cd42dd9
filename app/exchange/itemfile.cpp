#include "exchange/itemfile.h"

#include "exchange/shopreader.h"
#include "exchange/tablefile.h"
#include "shipping/gtin.h"

#include <QSet>

#include <cmath>

namespace packbench {

namespace {

struct ItemColumns {
    explicit ItemColumns(const TableHeader& header)
        : sku(header.column({u"sku", u"商家编码", u"货号"}))
        , title(header.column({u"title", u"标题", u"商品名称", u"名称"}))
        , gtin(header.column({u"gtin", u"ean", u"upc", u"barcode", u"条码", u"条形码"}))
        , spec(header.column({u"property", u"spec", u"规格", u"属性"}))
        , price(header.column({u"price", u"价格"}))
        , bin(header.column({u"bin", u"库位"}))
        , picture(header.column({u"picture", u"图片"}))
        , weight(header.column({u"weight_g", u"weight", u"重量"}))
        , serial(header.column({u"serial", u"序列号"}))
        , codes(header.column({u"codes", u"pack_code", u"其他条码", u"箱码"})) {}
    int sku, title, gtin, spec, price, bin, picture, weight, serial, codes;
};

const QStringList& knownColumns() {
    static const QStringList known =
        QStringLiteral(
            "sku|商家编码|货号|title|标题|商品名称|名称|gtin|ean|upc|barcode|条码|条形码|"
            "property|spec|规格|属性|price|价格|bin|库位|picture|图片|weight_g|weight|"
            "重量|serial|序列号|codes|pack_code|其他条码|箱码")
            .split(u'|');
    return known;
}

qint64 centsOf(const QString& text) {
    QString digits;
    for (const QChar character : text) {
        if (character.isDigit() || character == u'.') {
            digits += character;
        }
    }
    bool good = false;
    const double value = digits.toDouble(&good);
    return good && value < 1e10 ? std::llround(value * 100.0) : 0;
}

bool isYes(const QString& text) {
    const QString word = text.toLower();
    return word == u"yes" || word == u"y" || word == u"1" || word == u"true" || word == u"是" ||
           word == u"有";
}

class ItemReader {
public:
    ItemReader(const TableHeader& header, const std::function<void(const Refusal&)>& refuse)
        : m_columns(header), m_refuse(refuse) {}

    [[nodiscard]] std::optional<FileItem> read(const TableRow& row) {
        FileItem item;
        item.line = row.line;
        item.item.sku = codeText(row.cell(m_columns.sku));
        if (!mayTake(item)) {
            return std::nullopt;
        }
        item.item.title = wordText(row.cell(m_columns.title));
        item.item.spec = wordText(row.cell(m_columns.spec));
        item.item.bin = codeText(row.cell(m_columns.bin));
        item.item.picture = wordText(row.cell(m_columns.picture));
        item.item.weightGrams = quantityOf(codeText(row.cell(m_columns.weight))).value_or(0);
        item.item.priceCents = centsOf(codeText(row.cell(m_columns.price)));
        item.item.asksSerial = isYes(wordText(row.cell(m_columns.serial)));
        addCodes(item, codeText(row.cell(m_columns.gtin)));
        addCodes(item, codeText(row.cell(m_columns.codes)));
        item.named = named();
        return item;
    }

private:
    [[nodiscard]] FileItem::Named named() const {
        const auto& c = m_columns;
        return {c.spec >= 0,
                c.bin >= 0,
                c.picture >= 0,
                c.weight >= 0,
                c.price >= 0,
                c.serial >= 0,
                c.gtin >= 0 || c.codes >= 0};
    }
    bool mayTake(const FileItem& item) {
        const QString& sku = item.item.sku;
        if (sku.isEmpty()) {
            m_refuse(
                {item.line,
                 {},
                 RefusalReason::MissingField,
                 QStringLiteral("The row has no SKU, so no order could ask for it; it was left "
                                "out. Fill it in and import again.")});
            return false;
        }
        if (looksScientific(sku)) {
            m_refuse({item.line, sku, RefusalReason::DamagedNumber,
                      QStringLiteral("The SKU has lost digits in a spreadsheet; the row was left "
                                     "out. Write it as text and import again.")});
            return false;
        }
        if (m_seen.contains(sku)) {
            m_refuse({item.line, sku, RefusalReason::Duplicate,
                      QStringLiteral("The SKU stands in the file a second time; the first row was "
                                     "taken. Remove one of them.")});
            return false;
        }
        m_seen.insert(sku);
        return true;
    }

    /// "6917541778463", "CASE-12*12; 16901234567890*6".
    void addCodes(FileItem& item, const QString& cell) {
        for (const QString& part : cell.split(u';', Qt::SkipEmptyParts)) {
            const qsizetype star = part.lastIndexOf(u'*');
            const QString text = (star < 0 ? part : part.left(star)).simplified().remove(u' ');
            const auto pieces =
                star < 0 ? std::optional(1) : quantityOf(part.mid(star + 1).trimmed());
            if (text.isEmpty() || isNoValue(text)) {
                continue;
            }
            if (!pieces || looksScientific(text)) {
                m_refuse({item.line, item.item.sku, RefusalReason::BadCode,
                          QStringLiteral("The code \"%1\" cannot be used; the item was taken "
                                         "without it. Write it as text, with *n for a pack of n.")
                              .arg(part.left(40))});
                continue;
            }
            addCode(item, text, *pieces);
        }
    }

    void addCode(FileItem& item, const QString& text, int pieces) {
        const auto gtin = gtin14(text);
        if (!gtin && claimsGtin(text)) {
            m_refuse({item.line, item.item.sku, RefusalReason::BadCode,
                      QStringLiteral("The check digit of %1 is wrong, so it is no EAN or UPC; it "
                                     "was kept as a code of your own. Correct it if it was "
                                     "mistyped.")
                          .arg(text)});
        }
        const ItemCode code{gtin.value_or(text), item.item.sku, pieces};
        if (!item.codes.contains(code)) {
            item.codes += code;
        }
    }

    static bool claimsGtin(const QString& text) {
        const bool length = text.size() == 8 || (text.size() >= 12 && text.size() <= 14);
        for (const QChar character : text) {
            if (character < u'0' || character > u'9') {
                return false;
            }
        }
        return length;
    }

    ItemColumns m_columns;
    const std::function<void(const Refusal&)>& m_refuse;
    QSet<QString> m_seen;
};

/// The whole file once, keeping nothing: a broken one must not be half taken.
std::optional<Refusal> surveyItems(TableSource& source, const TableHeader& header) {
    rewindBehind(source, header);
    TableRow row;
    int least = header.size();
    int last = header.size();
    for (int rows = 0; source.next(row); ++rows) {
        least = rows > 0 ? std::min(least, last) : least;
        last = row.size();
    }
    if (source.fault()) {
        return source.fault();
    }
    if (!source.endsWithLineEnd() && last < least && last < 2) {
        return wholeRefusal(RefusalReason::CutOff,
                            QStringLiteral("The last row is incomplete: the file was cut off while "
                                           "it was copied. Nothing was imported; copy it again."));
    }
    return std::nullopt;
}

} // namespace

FileVerdict readItems(const QString& path, const std::function<void(const FileItem&)>& take,
                      const std::function<void(const Refusal&)>& refuse) {
    FileVerdict verdict;
    OpenedTable table = openTable(path);
    if (table.source) {
        verdict.encoding = table.source->encoding();
    }
    if (table.fault) {
        verdict.whole = table.fault;
        return verdict;
    }
    TableHeader header;
    verdict.whole = findHeader(*table.source, [&](const TableHeader& row, const CellForm& form) {
        const ItemColumns columns(row);
        const bool fits =
            columns.sku >= 0 && columns.title >= 0 && (form.delimiter != u'\t' || form.quoted);
        header = fits ? row : header;
        return fits;
    });
    if (verdict.whole && verdict.whole->reason == RefusalReason::UnknownFormat) {
        verdict.whole->text =
            QStringLiteral("The table has no columns \"sku\" and \"title\", so it "
                           "is no catalogue. Nothing was imported; see the "
                           "columns in the manual.");
    }
    verdict.whole = verdict.whole ? verdict.whole : ordersInstead(header);
    verdict.whole = verdict.whole ? verdict.whole : surveyItems(*table.source, header);
    if (verdict.whole) {
        return verdict;
    }
    verdict.format = QStringLiteral("items");
    verdict.unknownColumns = header.unknown(knownColumns());
    rewindBehind(*table.source, header);
    ItemReader reader(header, refuse);
    TableRow row;
    while (table.source->next(row)) {
        if (const auto item = reader.read(row)) {
            take(*item);
        }
    }
    return verdict;
}

} // namespace packbench
