// Debian's Qt is not built for the thread sanitizer: it does not see that a call which one thread
// leaves for another is carried out after it was left, and would report every one of them. Here
// Qt's promises are told to it, each at the function that our code calls; nothing is suppressed by
// that. Linked into the programs and tests of the preset tsan only.

#include <QMetaMethod>
#include <QMutex>
#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace {

using Slot = QtPrivate::QSlotObjectBase;

/// Qt's own function behind one of those below.
template <typename Function>
Function behind(const char* name) {
    void* const found = dlsym(RTLD_NEXT, name);
    if (found == nullptr)
        std::abort(); // another Qt: its names are to be looked up anew
    return reinterpret_cast<Function>(found);
}

/// A call that comes from another thread, or may: what was done before it was sent is done.
class SeenCall : public Slot {
public:
    /// @param sender leaves word at itself each time; nothing = only now
    /// @param ended  where a sender that waits is given word
    explicit SeenCall(Slot* call, const QObject* sender = nullptr, void* ended = nullptr)
        : Slot(&act), m_call(call), m_sender(sender), m_ended(ended) {
        __tsan_release(this);
    }

private:
    static void act(int what, Slot* self, QObject* receiver, void** arguments, bool* isSame) {
        __tsan_acquire(self);
        auto* const seen = static_cast<SeenCall*>(self);
        if (what == Compare) {
            *isSame = seen->m_call->compare(arguments);
            return;
        }
        if (seen->m_sender != nullptr)
            __tsan_acquire(const_cast<QObject*>(seen->m_sender));
        void* const ended = seen->m_ended;
        if (what == Call) {
            seen->m_call->call(receiver, arguments);
            __tsan_release(self); // the sender may be the one who throws it away
        } else {
            seen->m_call->destroyIfLastRef();
            delete seen;
        }
        __tsan_release(QThread::currentThread());
        if (ended != nullptr)
            __tsan_release(ended);
    }

    Slot* m_call;
    const QObject* m_sender;
    void* m_ended;
};

/// The types of a signal's arguments; nothing where one of them cannot be left for later.
std::optional<std::vector<QMetaType>> argumentsOf(const QMetaObject* sender, void** signal) {
    for (; sender != nullptr; sender = sender->superClass()) {
        int index = -1;
        void* asked[] = {&index, static_cast<void*>(signal)};
        sender->static_metacall(QMetaObject::IndexOfMethod, 0, asked);
        if (index < 0)
            continue;
        const QMetaMethod method = sender->method(index + sender->methodOffset());
        std::vector<QMetaType> types;
        for (int at = 0; at < method.parameterCount(); ++at) {
            types.push_back(method.parameterMetaType(at));
            if (!types.back().isValid())
                return std::nullopt;
        }
        return types;
    }
    return std::nullopt;
}

/// Copies of a signal's arguments, as Qt makes them for a call that waits for its thread.
class Arguments {
public:
    Arguments(const std::vector<QMetaType>& types, void** from) : m_types(types), m_at{nullptr} {
        for (std::size_t at = 0; at < types.size(); ++at)
            m_at.push_back(types[at].create(from[at + 1]));
    }
    ~Arguments() {
        for (std::size_t at = 0; at < m_types.size(); ++at)
            m_types[at].destroy(m_at[at + 1]);
    }
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;

    void** at() { return m_at.data(); }

private:
    std::vector<QMetaType> m_types;
    std::vector<void*> m_at;
};

/// A signal's call into the receiver's thread. Qt copies the arguments after the last function of
/// it that can be seen from here: so the copies are made here, before the call is left.
class LeftCall : public Slot {
public:
    LeftCall(Slot* call, std::vector<QMetaType> types, bool isQueued)
        : Slot(&act), m_call(call), m_types(std::move(types)), m_isQueued(isQueued) {}

private:
    static void act(int what, Slot* self, QObject* receiver, void** arguments, bool* isSame) {
        auto* const left = static_cast<LeftCall*>(self);
        if (what == Compare) {
            *isSame = left->m_call->compare(arguments);
        } else if (what == Destroy) {
            left->m_call->destroyIfLastRef();
            delete left;
        } else if (!left->m_isQueued && receiver->thread() == QThread::currentThread()) {
            left->m_call->call(receiver, arguments);
        } else {
            left->leave(receiver, std::make_shared<Arguments>(left->m_types, arguments));
        }
    }

    void leave(QObject* receiver, std::shared_ptr<Arguments> arguments) {
        m_call->ref();
        const std::shared_ptr<Slot> call(m_call, [](Slot* done) { done->destroyIfLastRef(); });
        QMetaObject::invokeMethod(
            receiver, [call, receiver, arguments] { call->call(receiver, arguments->at()); },
            Qt::QueuedConnection);
    }

    Slot* m_call;
    std::vector<QMetaType> m_types;
    bool m_isQueued;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject* object, Slot* slot, Qt::ConnectionType type,
                                   void* result) {
    static const auto qt = behind<bool (*)(QObject*, Slot*, Qt::ConnectionType, void*)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14Connection"
        "TypeEPv");
    char ended = 0;
    const bool isAwaited = type == Qt::BlockingQueuedConnection;
    auto* const seen = new SeenCall(slot, nullptr, isAwaited ? &ended : nullptr);
    const bool isDone = qt(object, seen, type, result);
    if (isAwaited)
        __tsan_acquire(&ended);
    return isDone;
}

QMetaObject::Connection QObject::connectImpl(const QObject* sender, void** signal,
                                             const QObject* receiver, void** slotPointer,
                                             Slot* slot, Qt::ConnectionType type, const int* types,
                                             const QMetaObject* metaObject) {
    static const auto qt =
        behind<QMetaObject::Connection (*)(const QObject*, void**, const QObject*, void**, Slot*,
                                           Qt::ConnectionType, const int*, const QMetaObject*)>(
            "_ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14Connection"
            "TypeEPKiPK11QMetaObject");
    const int how = type & ~(Qt::UniqueConnection | Qt::SingleShotConnection);
    std::optional<std::vector<QMetaType>> left;
    if (how == Qt::AutoConnection || how == Qt::QueuedConnection)
        left = argumentsOf(metaObject, signal);
    if (!left)
        return qt(sender, signal, receiver, slotPointer, new SeenCall(slot, sender), type, types,
                  metaObject);
    auto* const call = new LeftCall(slot, std::move(*left), how == Qt::QueuedConnection);
    const int flags = type & (Qt::UniqueConnection | Qt::SingleShotConnection);
    return qt(sender, signal, receiver, slotPointer, call,
              static_cast<Qt::ConnectionType>(flags | Qt::DirectConnection), nullptr, metaObject);
}

void QMetaObject::activate(QObject* sender, const QMetaObject* metaObject, int signal,
                           void** arguments) {
    static const auto qt = behind<void (*)(QObject*, const QMetaObject*, int, void**)>(
        "_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    __tsan_release(sender);
    qt(sender, metaObject, signal, arguments);
}

bool QThread::wait(QDeadlineTimer deadline) {
    static const auto qt =
        behind<bool (*)(QThread*, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool hasEnded = qt(this, deadline);
    if (hasEnded)
        __tsan_acquire(this);
    return hasEnded;
}

// The way to a mutex that is free is inline and seen; the way to one that is held is Qt's.
void QBasicMutex::lockInternal() QT_MUTEX_LOCK_NOEXCEPT {
    static const auto qt = behind<void (*)(QBasicMutex*)>("_ZN11QBasicMutex12lockInternalEv");
    qt(this);
    __tsan_acquire(this);
}

void QBasicMutex::unlockInternal() noexcept {
    static const auto qt = behind<void (*)(QBasicMutex*)>("_ZN11QBasicMutex14unlockInternalEv");
    __tsan_release(this);
    qt(this);
}

// Qt draws with a pool of threads and hands them their work unseen: here it draws by itself.
void QThreadPool::start(std::function<void()> work, int priority) {
    static const auto qt = behind<void (*)(QThreadPool*, std::function<void()>, int)>(
        "_ZN11QThreadPool5startESt8functionIFvvEEi");
    Dl_info caller{};
    const bool isDrawing = dladdr(__builtin_return_address(0), &caller) != 0 &&
                           std::strstr(caller.dli_fname, "libQt6Gui") != nullptr;
    isDrawing ? work() : qt(this, std::move(work), priority);
}
