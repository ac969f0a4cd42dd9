#pragma once

#include <QString>
#include <QStringList>

#include <functional>

struct lxw_workbook;
struct lxw_worksheet;

namespace packbench::test {

/// Writes a workbook of one sheet; `inlineStrings` as Java exporters do.
void writeWorkbook(const QString& path, const QList<QStringList>& rows, bool inlineStrings = false);

/// Writes a workbook cell by cell.
void drawWorkbook(const QString& path,
                  const std::function<void(lxw_workbook*, lxw_worksheet*)>& draw);

} // namespace packbench::test
