#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace packbench {

/// A sheet of headings, lines and tables, written as plain text or as one HTML page that stands by
/// itself. Whatever a cell holds stays within its cell.
class SheetWriter {
public:
    enum class Form { Text, Html };
    SheetWriter(Form form, const QString& title);

    void heading(const QString& text);
    void line(const QString& text);
    void table(const QStringList& heads, const QList<QStringList>& rows);
    /// Places for names, to be signed by hand.
    void signatures(const QStringList& captions);
    [[nodiscard]] QByteArray bytes() const;

private:
    Form m_form;
    QString m_body;
    QString m_title;
};

} // namespace packbench
