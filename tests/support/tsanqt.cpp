// Debian's Qt is not built for the thread sanitizer: it does not see that a call which one thread
// leaves for another is carried out after it was left, and would report every one of them. Here
// Qt's promises are told to it, each at the function that our code calls; nothing is suppressed by
// that. Linked into the test programs of the preset tsan only.

#include <QMutex>
#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <cstdlib>
#include <cstring>
#include <functional>
#include <utility>

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
    return qt(sender, signal, receiver, slotPointer, new SeenCall(slot, sender), type, types,
              metaObject);
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
