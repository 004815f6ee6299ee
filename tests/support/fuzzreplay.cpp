// The main function of fuzz targets without libFuzzer: feeds every file of the given folders to the target, and every
// beginning of the small ones that people have put there. Whatever once broke a parser stays in its corpus and is tried
// again with each run.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void replay(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::vector<char> bytes(std::istreambuf_iterator<char>(stream), {});
    constexpr std::size_t largestCut = 4096;
    constexpr std::size_t hashLength = 40; // the name of what libFuzzer has found, and cut itself
    const bool whole = bytes.size() > largestCut || file.filename().string().size() == hashLength;
    for (std::size_t size = whole ? bytes.size() : 0; size <= bytes.size(); ++size) {
        // A copy of exactly this size, so that AddressSanitizer sees a read beyond it.
        const std::vector<std::uint8_t> input(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        LLVMFuzzerTestOneInput(input.data(), input.size());
    }
}

} // namespace

int main(int count, char** arguments) {
    int files = 0;
    for (int i = 1; i < count; ++i) {
        for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) {
            std::printf("%s\n", entry.path().filename().c_str());
            std::fflush(stdout);
            replay(entry.path());
            ++files;
        }
    }
    std::printf("%d files replayed\n", files);
    return files > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
