#pragma once

#include "exchange/orderfile.h"
#include "exchange/zippart.h"

#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

#include <optional>
#include <vector>

namespace packbench {

/// What stands beside the sheets of a workbook: their places, shared texts, date formats.
class XlsxBook {
public:
    /// Reads all but the sheets.
    /// @returns what makes the workbook unusable.
    [[nodiscard]] std::optional<Refusal> read(const ZipArchive& archive);

    [[nodiscard]] const QStringList& sheetParts() const { return m_sheetParts; }
    [[nodiscard]] QString sharedText(int index) const;
    /// The cell as a person sees it, from what stands in the file.
    [[nodiscard]] QString numberText(const QString& value, int format) const;

private:
    struct XmlPart;
    [[nodiscard]] std::optional<QString> findWorkbook(const ZipArchive& archive) const;
    void readWorkbook(QXmlStreamReader& xml, const ZipArchive& archive, const QString& name);
    void readSharedTexts(QXmlStreamReader& xml);
    void readFormats(QXmlStreamReader& xml);
    [[nodiscard]] QString dateText(double serial, bool withTime) const;

    QStringList m_sheetParts;
    QByteArray m_texts; ///< UTF-8, one after the other
    std::vector<qsizetype> m_textEnds;
    std::vector<char> m_formats; ///< by cell format: 0 number, 1 date, 2 date and time
    bool m_from1904 = false;
};

/// Moves on to the next start element, skipping what is no element. False at the end of the parent
/// or of the document, and at a document type definition, which is treated as an error.
[[nodiscard]] bool nextElement(QXmlStreamReader& xml);

} // namespace packbench
