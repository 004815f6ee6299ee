#include "app/network/exportreply.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

namespace idscope {
namespace {

std::unexpected<ExportError> refused(ExportErrorKind kind, std::string_view detail) {
    return std::unexpected(ExportError{.kind = kind, .detail = std::string(detail)});
}

} // namespace

std::expected<ExportLinks, ExportError> readExportReply(const QByteArray& body, HostScope reach) {
    if (body.size() > maxReplyBytes) return refused(ExportErrorKind::UnexpectedReply, "tooLong");
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) return refused(ExportErrorKind::UnexpectedReply, "notJson");

    const QJsonObject object = document.object();
    ExportLinks links;
    for (const auto& [key, link] : {std::pair{"pollingUrl", &links.polling}, std::pair{"url", &links.download}}) {
        const QJsonValue value = object.value(QLatin1StringView(key));
        if (!value.isString()) return refused(ExportErrorKind::UnexpectedReply, key);
        auto read = readLink(value.toString().toUtf8(), reach);
        if (!read) return refused(ExportErrorKind::ForbiddenUrl, word(read.error()));
        *link = *std::move(read);
    }
    return links;
}

} // namespace idscope
