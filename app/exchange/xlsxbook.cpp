#include "exchange/xlsxbook.h"

#include "exchange/xlsxguard.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace packbench {

namespace {

constexpr char kNumber = 0;
constexpr char kDate = 1;
constexpr char kDateTime = 2;

QString folderOf(const QString& part) {
    return part.left(part.lastIndexOf(u'/') + 1);
}

QString resolved(const QString& base, const QString& target) {
    return target.startsWith(u'/') ? target.mid(1) : folderOf(base) + target;
}

/// Relation id to target; for the package itself, relation type to target.
QHash<QString, QString> relations(const ZipArchive& archive, const QString& part, bool byType) {
    QHash<QString, QString> found;
    const QString name = folderOf(part) + QStringLiteral("_rels/") +
                         part.mid(folderOf(part).size()) + QStringLiteral(".rels");
    const auto device = archive.open(archive.find(name));
    if (!device) {
        return found;
    }
    QXmlStreamReader xml(device.get());
    while (!xml.atEnd()) {
        if (nextElement(xml) && xml.name() == u"Relationship") {
            const QString type = xml.attributes().value(QLatin1String("Type")).toString();
            const QString key = byType ? type.mid(type.lastIndexOf(u'/') + 1)
                                       : xml.attributes().value(QLatin1String("Id")).toString();
            found.insert(
                key, resolved(part, xml.attributes().value(QLatin1String("Target")).toString()));
        }
    }
    return found;
}

/// Number formats that come with every workbook (ECMA-376 part 1, 18.8.30).
char builtInFormat(int id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 54) || id == 36 ||
        id == 57 || id == 58) {
        return kDate;
    }
    if ((id >= 18 && id <= 22) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 ||
        id == 56) {
        return kDateTime;
    }
    return kNumber;
}

char formatOfCode(QString code) {
    static const QRegularExpression literals(
        QStringLiteral("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]"),
        QRegularExpression::CaseInsensitiveOption);
    code.remove(literals);
    code = code.section(u';', 0, 0).toLower();
    if (code.contains(QLatin1String("general")) || code.contains(u'0') || code.contains(u'#')) {
        return code.contains(QLatin1String("ss.0")) ? kDateTime : kNumber;
    }
    if (code.contains(u'h') || code.contains(u's')) {
        return kDateTime;
    }
    return code.contains(u'y') || code.contains(u'm') || code.contains(u'd') ? kDate : kNumber;
}

/// Text of an item of the shared texts: its runs, without the reading aids of Japanese text.
QString textOfItem(QXmlStreamReader& xml) {
    QString text;
    while (nextElement(xml)) {
        if (xml.name() == u"t") {
            text += xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (xml.name() == u"r") {
            text += textOfItem(xml);
        } else {
            xml.skipCurrentElement();
        }
    }
    return text;
}

} // namespace

bool nextElement(QXmlStreamReader& xml) {
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement: return true;
        case QXmlStreamReader::EndElement: return false;
        case QXmlStreamReader::DTD:
            xml.raiseError(QStringLiteral("document type definition"));
            return false;
        default: break;
        }
    }
    return false;
}

std::optional<QString> XlsxBook::findWorkbook(const ZipArchive& archive) const {
    const QString named = relations(archive, {}, true).value(QStringLiteral("officeDocument"));
    for (const QString& name : {named, QStringLiteral("xl/workbook.xml")}) {
        if (!name.isEmpty() && archive.find(name) >= 0) {
            return name;
        }
    }
    return std::nullopt;
}

std::optional<Refusal> XlsxBook::read(const ZipArchive& archive) {
    const auto workbook = findWorkbook(archive);
    if (!workbook) {
        Refusal refusal = damagedWorkbook();
        refusal.reason = RefusalReason::NotATable;
        refusal.text = QStringLiteral("The file is a zip archive, but no Excel workbook. Nothing "
                                      "was imported; give the shop's export as CSV or XLSX.");
        return refusal;
    }
    const auto types = relations(archive, *workbook, true);
    const auto readPart = [&](const QString& name, auto&& reader) {
        const auto device = archive.open(archive.find(name));
        if (!device) {
            return true;
        }
        QXmlStreamReader xml(device.get());
        reader(xml);
        return !xml.hasError();
    };
    const bool good =
        readPart(*workbook, [&](auto& xml) { readWorkbook(xml, archive, *workbook); }) &&
        readPart(types.value(QStringLiteral("sharedStrings")),
                 [this](auto& xml) { readSharedTexts(xml); }) &&
        readPart(types.value(QStringLiteral("styles")), [this](auto& xml) { readFormats(xml); });
    return good && !m_sheetParts.isEmpty() ? std::nullopt : std::optional(damagedWorkbook());
}

void XlsxBook::readWorkbook(QXmlStreamReader& xml, const ZipArchive& archive, const QString& name) {
    const auto targets = relations(archive, name, false);
    while (!xml.atEnd()) {
        if (!nextElement(xml)) {
            continue;
        }
        if (xml.name() == u"workbookPr") {
            const auto flag = xml.attributes().value(QLatin1String("date1904"));
            m_from1904 = flag == u"1" || flag == u"true";
        } else if (xml.name() == u"sheet") {
            for (const auto& attribute : xml.attributes()) {
                if (attribute.name() == u"id" && targets.contains(attribute.value().toString())) {
                    m_sheetParts += targets.value(attribute.value().toString());
                }
            }
        }
    }
}

void XlsxBook::readSharedTexts(QXmlStreamReader& xml) {
    while (!xml.atEnd()) {
        if (nextElement(xml) && xml.name() == u"si") {
            m_texts += textOfItem(xml).toUtf8();
            m_textEnds.push_back(m_texts.size());
        }
    }
}

void XlsxBook::readFormats(QXmlStreamReader& xml) {
    QHash<int, char> custom;
    bool inCellFormats = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD) {
            xml.raiseError(QStringLiteral("document type definition"));
        }
        if (xml.name() == u"cellXfs") {
            inCellFormats = token == QXmlStreamReader::StartElement;
        }
        if (token != QXmlStreamReader::StartElement) {
            continue;
        }
        const int id = xml.attributes().value(QLatin1String("numFmtId")).toInt();
        if (xml.name() == u"numFmt") {
            custom.insert(
                id, formatOfCode(xml.attributes().value(QLatin1String("formatCode")).toString()));
        } else if (xml.name() == u"xf" && inCellFormats) {
            m_formats.push_back(custom.contains(id) ? custom.value(id) : builtInFormat(id));
        }
    }
}

QString XlsxBook::sharedText(int index) const {
    if (index < 0 || size_t(index) >= m_textEnds.size()) {
        return {};
    }
    const qsizetype begin = index == 0 ? 0 : m_textEnds[size_t(index) - 1];
    return QString::fromUtf8(m_texts.constData() + begin, m_textEnds[size_t(index)] - begin);
}

QString XlsxBook::dateText(double serial, bool withTime) const {
    const QDate zero = m_from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    const qint64 seconds = std::llround(serial * 86400.0);
    const QDate day = zero.addDays(seconds / 86400);
    const int rest = int(seconds % 86400);
    if (!withTime && rest == 0) {
        return day.toString(Qt::ISODate);
    }
    return day.toString(Qt::ISODate) + u' ' + QTime(0, 0).addSecs(rest).toString(Qt::ISODate);
}

QString XlsxBook::numberText(const QString& value, int format) const {
    const char kind =
        format >= 0 && size_t(format) < m_formats.size() ? m_formats[size_t(format)] : kNumber;
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number)) {
        return value;
    }
    if (kind != kNumber && number >= 1.0 && number < 2958466.0) { // to the end of year 9999
        return dateText(number, kind == kDateTime);
    }
    if (std::abs(number) >= 1e15) {
        return QString::number(number, 'E', 14);
    }
    if (number == std::floor(number)) {
        return QString::number(qint64(number));
    }
    return QString::number(number, 'g', 15);
}

} // namespace packbench
