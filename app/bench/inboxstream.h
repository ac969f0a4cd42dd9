#pragma once

#include "labels/carrier/zplreader.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <memory>
#include <utility>

namespace packbench {

/// One label's bytes, out of a stream of several.
struct InboxJob {
    QByteArray bytes;   ///< what the same stream had stored and set before, then its own
    QByteArray own;     ///< its own alone: the same label sent again has the same
    bool isCut = false; ///< the stream ended in the middle of it
};

/// Takes a stream that a program prints apart into labels, without drawing anything. Takes it in
/// any pieces; holds no more than `kMostHeld` of it.
class InboxStream {
public:
    static constexpr qsizetype kMostHeld = qsizetype(64) << 20;
    static constexpr qsizetype kMostStored = qsizetype(16) << 20;
    static constexpr int kMostJunk = 64; ///< commands that no printer has

    InboxStream() = default;
    InboxStream(const InboxStream&) = delete;
    InboxStream& operator=(const InboxStream&) = delete;
    virtual ~InboxStream() = default;

    virtual void take(const QByteArray& bytes) = 0;
    virtual void end() = 0;

    [[nodiscard]] QList<InboxJob> takeJobs() { return std::exchange(m_jobs, {}); }
    /// Status queries, in the language's own bytes.
    [[nodiscard]] QList<QByteArray> takeQueries() { return std::exchange(m_queries, {}); }
    /// This is no label printing: nothing more of it is read.
    [[nodiscard]] bool isRefused() const { return m_isRefused; }

protected:
    void finish(const QByteArray& stored, bool isCut);
    void keep(QByteArray& where, const QByteArray& bytes, qsizetype most);
    void junk() { m_isRefused = m_isRefused || ++m_junk > kMostJunk; }
    void refuse() { m_isRefused = true; }

    QByteArray m_own;    ///< of the label that is being sent
    QByteArray m_stored; ///< pictures, forms and settings for the labels that follow
    QList<QByteArray> m_queries;

private:
    QList<InboxJob> m_jobs;
    int m_junk = 0;
    bool m_isRefused = false;
};

[[nodiscard]] std::unique_ptr<InboxStream> zplInboxStream();
[[nodiscard]] std::unique_ptr<InboxStream> tsplInboxStream();
/// A whole connection that is one file: EPL2, PDF, a picture.
[[nodiscard]] std::unique_ptr<InboxStream> fileInboxStream();
/// What a stream that begins like this is taken apart by, when it is not in the language set; else
/// nothing, also while that cannot be told yet.
[[nodiscard]] std::unique_ptr<InboxStream> otherInboxStream(const QByteArray& head, bool isTspl);

} // namespace packbench
