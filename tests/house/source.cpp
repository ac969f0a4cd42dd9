#include "source.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <algorithm>

namespace packbench::house {

namespace {

bool isIgnored(const QString& path) {
    return path.startsWith(u"build/") || path.startsWith(u".git/") || path == u".git" ||
           path.startsWith(u".cache/") || path.endsWith(u".actual") || path.endsWith(u".user");
}

} // namespace

bool Source::isCode() const {
    return path.endsWith(u".cpp") || path.endsWith(u".h");
}

std::vector<Source> readHouse(const QString& top) {
    std::vector<Source> house;
    const QDir folder(top);
    QDirIterator files(top, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = folder.relativeFilePath(files.next());
        QFile file(folder.filePath(path));
        if (isIgnored(path) || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (!bytes.contains('\0'))
            house.push_back({path, QString::fromUtf8(bytes)});
    }
    std::sort(house.begin(), house.end(),
              [](const Source& a, const Source& b) { return a.path < b.path; });
    return house;
}

QStringList topEntries(const QString& top) {
    QStringList entries =
        QDir(top).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const auto* own : {".git", "build", ".cache", "compile_commands.json"})
        entries.removeAll(QString::fromLatin1(own));
    return entries;
}

} // namespace packbench::house
