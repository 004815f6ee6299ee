#include "app/commands/filenames.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
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

} // namespace

std::vector<QString> exportFileNames(std::span<const ExportTarget> targets) {
    std::map<std::string, int> uses;
    for (const ExportTarget& target : targets)
        ++uses[stem(target)];
    std::vector<QString> names;
    for (const ExportTarget& target : targets) {
        std::string name = stem(target);
        if (!target.integration.empty() && (needsMark(target) || uses[name] > 1)) {
            const std::string end = mark(target.integration);
            name.resize(std::min(name.size(), longest - extension.size() - end.size()));
            name += end;
        }
        names.push_back(QString::fromStdString(name.append(extension)));
    }
    return names;
}

} // namespace idscope
