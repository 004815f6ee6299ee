#pragma once

#include "app/network/exportstate.h"

#include <QNetworkReply>
#include <QSslError>

#include <optional>
#include <string>

namespace idscope {

/// The failure as an event, when the network failed rather than the server answered with a status; judged by code
/// alone. `tlsFault` goes with TLS failures.
std::optional<flow::TransportFailed> transportFailure(QNetworkReply::NetworkError error, const std::string& tlsFault);

/// What is wrong with a certificate, as the word that ExportError::detail holds: selfSigned,
/// unknownAuthority, expired, wrongHost, other.
std::string tlsFault(const QList<QSslError>& errors);

} // namespace idscope
