#pragma once

#include <string>
#include <string_view>

namespace idscope {

/// Tenant ID and name of the sample.
inline constexpr std::string_view sampleTenantId = "01HZX4M7Q2T8V6K9R3B5N1WGDE";
inline constexpr std::string_view sampleTenantName = "Halden Freight";

/// The BRN of a made-up entity: its key is the SHA-256 of tenant, type and name in base64url, so that the same name is
/// the same entity in every export.
std::string sampleBrn(std::string_view type, std::string_view name);

} // namespace idscope
