#include "exchange/zippart.h"

#include <QFile>

#include <zip.h>

namespace packbench {

struct ZipHandle {
    zip_t* zip = nullptr;
};

namespace {

class ZipPart : public QIODevice {
public:
    explicit ZipPart(zip_file_t* file) : m_file(file) { open(QIODevice::ReadOnly); }
    ~ZipPart() override { zip_fclose(m_file); }
    ZipPart(const ZipPart&) = delete;
    ZipPart& operator=(const ZipPart&) = delete;
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 maxSize) override {
        const zip_int64_t got = zip_fread(m_file, data, zip_uint64_t(maxSize));
        if (got < 0) {
            setErrorString(QStringLiteral("damaged"));
        }
        return got > 0 ? got : -1;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    zip_file_t* m_file;
};

} // namespace

ZipArchive::ZipArchive(const QString& path) : m_handle(std::make_unique<ZipHandle>()) {
    int error = 0;
    m_handle->zip = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &error);
}

ZipArchive::~ZipArchive() {
    if (m_handle->zip) {
        zip_discard(m_handle->zip);
    }
}

bool ZipArchive::isOpen() const {
    return m_handle->zip != nullptr;
}

int ZipArchive::parts() const {
    return int(zip_get_num_entries(m_handle->zip, 0));
}

qint64 ZipArchive::packedSize(int part) const {
    zip_stat_t stat;
    zip_stat_init(&stat);
    const bool known = zip_stat_index(m_handle->zip, zip_uint64_t(part), 0, &stat) == 0 &&
                       (stat.valid & ZIP_STAT_COMP_SIZE) != 0;
    return known ? qint64(stat.comp_size) : -1;
}

bool ZipArchive::isLocked(int part) const {
    zip_stat_t stat;
    zip_stat_init(&stat);
    return zip_stat_index(m_handle->zip, zip_uint64_t(part), 0, &stat) == 0 &&
           stat.encryption_method != ZIP_EM_NONE;
}

int ZipArchive::find(const QString& name) const {
    return int(zip_name_locate(m_handle->zip, name.toUtf8().constData(), ZIP_FL_NOCASE));
}

std::unique_ptr<QIODevice> ZipArchive::open(int part) const {
    zip_file_t* file = part < 0 ? nullptr : zip_fopen_index(m_handle->zip, zip_uint64_t(part), 0);
    return file ? std::make_unique<ZipPart>(file) : nullptr;
}

} // namespace packbench
