# The Debian packages that Idscope needs, and how to get them. Sourced by app/start and tests/run.

build_packages=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-httpserver-dev qt6-websockets-dev qt6-svg-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libpcre2-dev qtkeychain-qt6-dev
)
run_packages=(
    fonts-noto-core fonts-hack qt6-translations-l10n
    libsecret-1-0 # which QtKeychain loads
)
test_packages=(
    git python3 valgrind xvfb nginx-light
    dbus at-spi2-core gir1.2-atspi-2.0 python3-gi gnome-keyring
    mold clang-19 clang-format-19 clang-tidy-19
)
thorough_packages=(
    libreoffice-calc-nogui # opens what is saved for spreadsheets
)

# need_packages PACKAGE...: installs those that are missing, as root or through sudo; else says what to type and fails.
need_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This is no Debian system, so nothing is installed. What the build needs, by its names in Debian: $*"
        return 0
    fi
    local installed missing=() package
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    for package; do
        grep -qx "installed $package" <<<"$installed" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            echo "Some packages are missing. Install them with this line, then run $0 again:"
            echo "  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}"
            return 1
        fi
        as_root=(sudo -n)
    fi
    echo "Installing ${missing[*]}"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
        apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)
    # An update may fail for a source that has nothing to do with these packages: the installation tells.
    "${apt[@]}" update || true
    if ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; then
        echo "The packages could not be installed. Check the network and the sources of apt, then run $0 again."
        return 1
    fi
}
