#include "app/commands/filenames.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>

namespace idscope {
namespace {

constexpr std::size_t longest = 100;
constexpr std::string_view extension = ".csv";

std::string plain(std::string_view text) {
    constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    std::string name(text);
    std::ranges::replace_if(name, [&](char byte) { return !allowed.contains(byte); }, '_');
    return name;
}

std::string mark(const std::string& id) {
    const auto hash = QCryptographicHash::hash(QByteArray::fromStdString(id), QCryptographicHash::Sha256);
    return '~' + hash.toHex().first(8).toStdString();
}

std::string stem(const ExportTarget& target) {
    return target.integration.empty() ? target.resource : target.resource + '-' + plain(target.integration);
}

bool needsMark(const ExportTarget& target) {
    return target.integration.starts_with('.') || stem(target).size() + extension.size() > longest;
}

QString plainName(const ExportTarget& target) {
    return QString::fromStdString(stem(target).append(extension));
}

QString markedName(const ExportTarget& target) {
    std::string name = stem(target);
    const std::string end = mark(target.integration);
    name.resize(std::min(name.size(), longest - extension.size() - end.size()));
    return QString::fromStdString(name.append(end).append(extension));
}

bool isSame(const ExportTarget& a, const ExportTarget& b) {
    return a.resource == b.resource && a.integration == b.integration;
}

/// Whether an earlier file of this name is the target's, or another's.
enum class Owner : std::uint8_t { Nobody, Target, Other };
Owner ownerOf(const QString& name, const ExportTarget& target, std::span<const ManifestEntry> earlier) {
    auto owner = Owner::Nobody;
    for (const ManifestEntry& entry : earlier) {
        if (entry.file != name) continue;
        if (!isSame(entry.target, target)) return Owner::Other;
        owner = Owner::Target;
    }
    return owner;
}

} // namespace

std::vector<QString> exportFileNames(std::span<const ExportTarget> targets, std::span<const ManifestEntry> earlier) {
    std::map<std::string, int> uses;
    for (const ExportTarget& target : targets)
        ++uses[stem(target)];
    const auto nameOf = [&](const ExportTarget& target) {
        if (target.integration.empty()) return plainName(target);
        if (needsMark(target)) return markedName(target);
        const Owner owner = ownerOf(plainName(target), target, earlier);
        if (owner == Owner::Target) return plainName(target);
        const bool shared = owner == Owner::Other || uses[stem(target)] > 1 ||
                            ownerOf(markedName(target), target, earlier) == Owner::Target;
        return shared ? markedName(target) : plainName(target);
    };
    std::vector<QString> names;
    std::ranges::transform(targets, std::back_inserter(names), nameOf);
    return names;
}

} // namespace idscope
