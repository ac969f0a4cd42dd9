#pragma once

#include <QByteArray>
#include <QString>

namespace packbench {

// Files that are there after a power cut, too. Each throws FileError (NotWritable) with what could
// not be done.

/// A new empty file that only its owner may read.
void makePrivateFile(const QString& path);
/// Bytes and name of the file are on the disk.
void flushFile(const QString& path);
/// The names in the folder of this file are on the disk.
void flushFolderOf(const QString& path);
/// Takes the place of what may be there; on the disk when it returns.
void moveIntoPlace(const QString& from, const QString& to);
/// A second name for the same file, so that the first may go. Nothing happens when `to` is there.
void nameAgain(const QString& file, const QString& to);
/// Copies the file whole; `to` must not be there. Flushed, readable by its owner only.
void copyFlushed(const QString& from, const QString& to);
/// Gone, or never there; on the disk when it returns.
void removeFlushed(const QString& path);
/// Replaces the file as a whole or leaves it as it was.
void writeFlushed(const QString& path, const QByteArray& bytes);

} // namespace packbench
