#include "usbfs.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace packbench::test {
namespace {

constexpr int kSetupBytes = 8;
constexpr int kDirectionIn = 0x80;

int word(const QByteArray& bytes, qsizetype at) {
    return static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8;
}

} // namespace

Usbfs::Result Usbfs::claim(Client client, int interface, bool disconnect) {
    if (disconnect)
        kernelDriver.clear();
    const bool isTaken = std::any_of(m_claims.cbegin(), m_claims.cend(), [=](const auto& claim) {
        return claim.second == interface && claim.first != client;
    });
    const bool isBusy = isTaken || !kernelDriver.isEmpty();
    log.append(isBusy ? QStringLiteral("claim: busy") : QStringLiteral("claim"));
    if (isBusy)
        return {-1, EBUSY};
    m_claims.append({client, interface});
    return {};
}

Usbfs::Result Usbfs::release(Client client, int interface) {
    log.append(QStringLiteral("release"));
    return m_claims.removeAll({client, interface}) > 0 ? Result{} : Result{-1, EINVAL};
}

Usbfs::Result Usbfs::disconnectKernel() {
    log.append(QStringLiteral("detach"));
    if (kernelDriver.isEmpty())
        return {-1, ENODATA};
    kernelDriver.clear();
    return {};
}

Usbfs::Result Usbfs::connectKernel() {
    log.append(QStringLiteral("attach"));
    kernelDriver = "usblp";
    return {1, 0};
}

QByteArray Usbfs::driverOf(Client client, int interface) {
    return m_claims.contains({client, interface}) ? QByteArray("usbfs") : kernelDriver;
}

void Usbfs::clearHalt(int endpoint) {
    log.append(QStringLiteral("clear halt"));
    m_halted.removeAll(endpoint);
}

void Usbfs::submit(Client client, const Urb& urb) {
    m_inFlight.append({client, urb});
    pump();
}

bool Usbfs::discard(Client client, quint64 tag) {
    log.append(QStringLiteral("discard"));
    const auto found = std::find_if(m_inFlight.begin(), m_inFlight.end(), [=](const Owned& owned) {
        return owned.client == client && owned.urb.tag == tag;
    });
    if (found == m_inFlight.end())
        return false;
    found->urb.status = -ENOENT;
    m_finished.append(*found);
    m_inFlight.erase(found);
    return true;
}

std::optional<Usbfs::Urb> Usbfs::reap(Client client) {
    const auto found = std::find_if(m_finished.begin(), m_finished.end(),
                                    [=](const Owned& owned) { return owned.client == client; });
    if (found == m_finished.end())
        return std::nullopt;
    Urb urb = found->urb;
    m_finished.erase(found);
    return urb;
}

void Usbfs::forget(Client client) {
    const auto isTheirs = [=](const Owned& owned) { return owned.client == client; };
    m_inFlight.removeIf(isTheirs);
    m_finished.removeIf(isTheirs);
    m_claims.removeIf([=](const auto& claim) { return claim.first == client; });
}

void Usbfs::vanish(int status) {
    m_isGone = true;
    m_goneStatus = status;
    pump();
}

// Transfers of one endpoint end in their order; those of another do not wait for them.
void Usbfs::pump() {
    QList<int> blocked;
    for (qsizetype at = 0; at < m_inFlight.size();) {
        Owned& owned = m_inFlight[at];
        const bool mayGo = m_isGone || !blocked.contains(owned.urb.endpoint);
        if (mayGo && step(owned.urb)) {
            m_finished.append(m_inFlight.takeAt(at));
        } else {
            blocked.append(owned.urb.endpoint);
            ++at;
        }
    }
}

bool Usbfs::step(Urb& urb) {
    if (m_isGone) {
        urb.status = m_goneStatus;
        return true;
    }
    if (urb.isControl)
        return stepControl(urb);
    if (m_halted.contains(urb.endpoint)) {
        urb.status = -EPIPE;
        return true;
    }
    const bool isDone = (urb.endpoint & kDirectionIn) != 0 ? stepIn(urb) : stepOut(urb);
    if (urb.status == -EPIPE)
        m_halted.append(urb.endpoint);
    return isDone;
}

bool Usbfs::stepControl(Urb& urb) {
    const DeviceModel::Request request{static_cast<unsigned char>(urb.bytes[0]),
                                       static_cast<unsigned char>(urb.bytes[1]), word(urb.bytes, 2),
                                       word(urb.bytes, 4)};
    const DeviceModel::Answer answer = m_model->control(request);
    urb.status = answer.error;
    const QByteArray bytes = answer.bytes.left(urb.bytes.size() - kSetupBytes);
    urb.bytes.replace(kSetupBytes, bytes.size(), bytes);
    urb.done = bytes.size();
    return true;
}

bool Usbfs::stepIn(Urb& urb) {
    const std::optional<QByteArray> given = m_model->give();
    if (!given)
        return false;
    const QByteArray bytes = given->left(urb.bytes.size());
    urb.bytes.replace(0, bytes.size(), bytes);
    urb.done = bytes.size();
    return true;
}

bool Usbfs::stepOut(Urb& urb) {
    while (urb.done < urb.bytes.size()) {
        const std::optional<int> taken = m_model->take(urb.bytes.mid(urb.done));
        if (!taken)
            return false;
        if (*taken < 0) {
            urb.status = *taken;
            return true;
        }
        urb.done += *taken;
    }
    return true;
}

} // namespace packbench::test
