#pragma once
#include <QString>
#include <QStringList>
#include <vector>

namespace packbench::house {

// A text file of the project; the path is relative to the top folder.
struct Source {
    QString path;
    QString text;

    [[nodiscard]] QStringList lines() const { return text.split(u'\n'); }
    [[nodiscard]] bool isTest() const { return path.startsWith(u"tests/"); }
    [[nodiscard]] bool isCode() const;
    [[nodiscard]] bool isHeader() const { return path.endsWith(u".h"); }
};

// Every text file under the top folder, without build results; sorted by path.
[[nodiscard]] std::vector<Source> readHouse(const QString& top);

// What lies in the top folder, without what .gitignore names.
[[nodiscard]] QStringList topEntries(const QString& top);

} // namespace packbench::house
