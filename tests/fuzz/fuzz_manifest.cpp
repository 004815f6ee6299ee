// What must hold for any bytes in the place of a manifest.

#include "app/library/manifest.h"

#include <cstdint>
#include <cstdlib>

using namespace idscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto manifest = Manifest::fromJson(bytes);
    if (!manifest) return 0;
    for (const ManifestEntry& entry : manifest->entries)
        if (entry.file.contains(u'/') || entry.file.isEmpty() || entry.file.startsWith(u'.')) std::abort();
    const auto again = Manifest::fromJson(manifest->toJson());
    if (!again || !(*again == *manifest)) std::abort();
    return 0;
}
