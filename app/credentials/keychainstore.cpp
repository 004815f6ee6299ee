#include "app/credentials/keychainstore.h"

#include "app/credentials/keychainprobe.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <deque>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

using Outcome = std::expected<QKeychain::Job*, KeychainFault>;

struct Request {
    std::function<QKeychain::Job*()> job;
    std::function<void(Outcome)> done;
};

const auto serviceName = u"idscope"_s;

/// Jobs delete themselves, since QtKeychain's callbacks point at them until they are done.
template <class Job>
Job* newJob(const QString& name) {
    auto* job = new Job(serviceName);
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // it would write the secret into a plain file
    job->setKey(name);
    return job;
}

/// A copy of what the job has read, whose own bytes are overwritten when the job is gone and nobody else has them.
Secret takeFrom(QKeychain::ReadPasswordJob& job) {
    QByteArray bytes = job.binaryData();
    Secret secret(QByteArray(bytes.constData(), bytes.size()));
    QObject::connect(&job, &QObject::destroyed, [bytes = std::move(bytes)]() mutable { bytes.fill('\0'); });
    return secret;
}

KeychainFault faultOf(QKeychain::Error error) {
    switch (error) {
    case QKeychain::EntryNotFound:
        return KeychainFault::NoSecret;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeychainFault::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainFault::Absent;
    default:
        return KeychainFault::Failed;
    }
}

std::expected<void, KeychainFault> withoutJob(const Outcome& outcome) {
    if (outcome) return {};
    return std::unexpected(outcome.error());
}

} // namespace

class KeychainStore::Private : public QObject {
public:
    explicit Private(KeychainLimits limits) : limits_(limits) {
        limit_.setSingleShot(true);
        limit_.callOnTimeout(this, [this] {
            abandoned_ = !job_.isNull();
            end(std::unexpected(locked_ ? KeychainFault::Locked : KeychainFault::NoAnswer));
        });
    }

    void add(Request request) {
        waiting_.push_back(std::move(request));
        startNext();
    }
    [[nodiscard]] std::chrono::milliseconds answerLimit() const { return limits_.answer; }

private:
    void startNext() {
        if (current_ || waiting_.empty()) return;
        current_ = std::move(waiting_.front());
        waiting_.pop_front();
        probeKeychain(this, limits_.answer, [this](KeychainState state) {
            if (state == KeychainState::Absent) return end(std::unexpected(KeychainFault::Absent));
            if (state == KeychainState::Silent) return end(std::unexpected(KeychainFault::NoAnswer));
            locked_ = state == KeychainState::Locked;
            limit_.start(state == KeychainState::Ready ? limits_.answer : limits_.people);
            startJob();
        });
    }

    void startJob() {
        if (job_) return; // one whose request has been answered: this one is next, if it is done in time
        job_ = current_->job();
        connect(job_, &QKeychain::Job::finished, this, [this](QKeychain::Job* job) { onFinished(*job); });
        job_->start();
    }

    void onFinished(QKeychain::Job& job) {
        job_.clear();
        if (std::exchange(abandoned_, false)) {
            if (limit_.isActive()) startJob();
            return;
        }
        limit_.stop();
        if (job.error() == QKeychain::NoError) return end(&job);
        const KeychainFault fault = faultOf(job.error());
        if (!locked_) return end(std::unexpected(fault));
        // One that people left locked says that there is no such secret.
        probeKeychain(this, limits_.answer, [this, fault](KeychainState state) {
            end(std::unexpected(state == KeychainState::Locked ? KeychainFault::Locked : fault));
        });
    }

    void end(const Outcome& outcome) {
        limit_.stop();
        const Request request = *std::exchange(current_, std::nullopt);
        const QPointer<Private> alive(this);
        request.done(outcome);
        if (alive) startNext();
    }

    KeychainLimits limits_;
    QTimer limit_;
    std::deque<Request> waiting_;
    std::optional<Request> current_; ///< not yet answered
    QPointer<QKeychain::Job> job_;
    bool abandoned_ = false; ///< the job's request has been answered without it
    bool locked_ = false;    ///< before the current job
};

KeychainStore::KeychainStore(KeychainLimits limits) : d_(std::make_unique<Private>(limits)) {}

KeychainStore::~KeychainStore() = default;

void KeychainStore::probe(Done done) {
    probeKeychain(d_.get(), d_->answerLimit(), [done = std::move(done)](KeychainState state) {
        switch (state) {
        case KeychainState::Ready:
        case KeychainState::Empty:
            return done({});
        case KeychainState::Locked:
            return done(std::unexpected(KeychainFault::Locked));
        case KeychainState::Absent:
            return done(std::unexpected(KeychainFault::Absent));
        case KeychainState::Silent:
            return done(std::unexpected(KeychainFault::NoAnswer));
        }
    });
}

void KeychainStore::read(const QString& name, ReadDone done) {
    d_->add({.job = [name] { return newJob<QKeychain::ReadPasswordJob>(name); },
             .done =
                 [done = std::move(done)](const Outcome& outcome) {
                     if (!outcome) return done(std::unexpected(outcome.error()));
                     Secret secret = takeFrom(static_cast<QKeychain::ReadPasswordJob&>(**outcome));
                     if (secret.isEmpty()) return done(std::unexpected(KeychainFault::NoSecret));
                     done(std::move(secret));
                 }});
}

void KeychainStore::write(const QString& name, Secret secret, Done done) {
    const auto job = [name, secret = std::make_shared<const Secret>(std::move(secret))] {
        auto* write = newJob<QKeychain::WritePasswordJob>(name);
        QString text = secret->use([](const QByteArray& bytes) { return QString::fromUtf8(bytes); });
        write->setTextData(text);
        text.fill(u'\0');
        return write;
    };
    d_->add({.job = job, .done = [done = std::move(done)](const Outcome& outcome) { done(withoutJob(outcome)); }});
}

void KeychainStore::remove(const QString& name, Done done) {
    d_->add({.job = [name] { return newJob<QKeychain::DeletePasswordJob>(name); },
             .done =
                 [done = std::move(done)](const Outcome& outcome) {
                     const bool gone = !outcome && outcome.error() == KeychainFault::NoSecret;
                     done(gone ? std::expected<void, KeychainFault>() : withoutJob(outcome));
                 }});
}

} // namespace idscope
