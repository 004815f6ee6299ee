#pragma once

#include <QByteArray>

#include <cstddef>

namespace idscope {

/// A credential. Move-only, never printable (no operator<<, no toString), overwritten when it dies. `use` lends the
/// bytes.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray&& bytes);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    [[nodiscard]] bool isEmpty() const { return bytes_.isEmpty(); }
    /// A deliberate copy, for a second holder.
    [[nodiscard]] Secret copy() const;
    /// Calls f(const QByteArray&); the bytes must not be kept.
    template <class F>
    decltype(auto) use(F&& f) const {
        return f(bytes_);
    }

private:
    void wipe() noexcept;
    QByteArray bytes_;
};

} // namespace idscope
