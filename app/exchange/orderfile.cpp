#include "exchange/orderfile.h"

#include "exchange/orderassembly.h"

namespace packbench {

namespace {

bool isWanted(const ShopFormat& format, const QString& wanted) {
    return wanted == u"auto" || wanted.isEmpty() || format.name == wanted || format.shop == wanted;
}

QList<ShopFormat> candidates(const QString& wanted) {
    QList<ShopFormat> found;
    for (const ShopFormat& format : shopFormats()) {
        if (isWanted(format, wanted)) {
            found += format;
        }
    }
    return found;
}

/// The format a header came nearest to, for the sentence that says what is missing.
struct NearMiss {
    int known = 2; ///< fewer headings in common say nothing
    QString format;
    QString column;

    void weigh(const ShopFormat& shop, const TableHeader& header) {
        if (header.size() <= known)
            return; // cannot have more in common
        const int inCommon = header.size() - int(header.unknown(shop.known).size());
        if (inCommon > known) {
            known = inCommon;
            format = shop.name;
            column = shop.missingColumn(header);
        }
    }
};

QString unknownFormatText(const OrderReading& reading, const NearMiss& near) {
    if (!near.format.isEmpty()) {
        return QStringLiteral("The file looks most like an export of %1, but its column \"%2\" is "
                              "missing. Nothing was imported; export it again with all columns.")
            .arg(near.format, near.column);
    }
    const bool any = reading.format.isEmpty() || reading.format == u"auto";
    return QStringLiteral("The columns are those of %1. Nothing was imported; known are: %2.")
        .arg(any ? QStringLiteral("no export that is known")
                 : QStringLiteral("no export of ") + reading.format,
             orderFormats().join(QStringLiteral(", ")));
}

} // namespace

QStringList orderFormats() {
    QStringList names;
    for (const ShopFormat& format : shopFormats()) {
        names += format.name;
        if (format.name == u"taobao-details") {
            names += QStringLiteral("taobao");
        }
    }
    return names;
}

FileVerdict readOrders(const QString& path, const OrderReading& reading, OrderSink& sink) {
    FileVerdict verdict;
    const QList<ShopFormat> formats = candidates(reading.format);
    if (formats.isEmpty()) {
        verdict.whole =
            wholeRefusal(RefusalReason::UnknownFormat, unknownFormatText(reading, NearMiss()));
        return verdict;
    }
    OpenedTable table = openTable(path);
    if (table.source) {
        verdict.encoding = table.source->encoding();
    }
    if (table.fault) {
        verdict.whole = table.fault;
        return verdict;
    }
    NearMiss near;
    TableHeader header;
    const ShopFormat* found = nullptr;
    verdict.whole = findHeader(*table.source, [&](const TableHeader& row, const CellForm& form) {
        for (const ShopFormat& format : formats) {
            const bool rightQuotes = form.delimiter != u'\t' || form.quoted == format.quotedTabs;
            if (rightQuotes && format.fits(row)) {
                header = row;
                found = &format;
                return true;
            }
            near.weigh(format, row);
        }
        return false;
    });
    if (!found) {
        if (verdict.whole && verdict.whole->reason == RefusalReason::UnknownFormat) {
            verdict.whole->text = unknownFormatText(reading, near);
        }
        return verdict;
    }
    verdict.format = found->name;
    verdict.unknownColumns = header.unknown(found->known);
    OrderAssembly assembly(*table.source, *found, header, reading);
    verdict.whole = assembly.survey(sink);
    if (!verdict.whole) {
        verdict.whole = assembly.deliver(sink);
    }
    return verdict;
}

} // namespace packbench
