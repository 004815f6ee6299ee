# The steps of tests/run: each says what it does and how long it took; a failure is remembered, shown again at the end
# and makes the exit code. Logs lie in build/logs.

export LC_ALL=C.UTF-8
# Without strict_string_checks, which libxkbcommon does not stand: it copies names out of unended text.
export ASAN_OPTIONS=detect_stack_use_after_return=1
export LSAN_OPTIONS=suppressions=$PWD/tests/support/leaks.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1
# Debian's Qt is not instrumented: how its own threads (QTest's watchdog) wait for each other is not seen, so that what
# it does by itself can't be judged. Nothing of Idscope is left out.
export TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1:ignore_noninstrumented_modules=1

logs=build/logs
jobs=$(nproc)
mkdir -p "$logs"
step_title=
step_began=$SECONDS
step_figures=
failures=()
failures_before=0
table=()
passed=0
failed=0

end_step() {
    [ -n "$step_title" ] || return 0
    local verdict=ok
    [ ${#failures[@]} -eq "$failures_before" ] || verdict=FAILED
    failures_before=${#failures[@]}
    printf '   %d s\n' $((SECONDS - step_began))
    table+=("$(printf '%-7s %5d s  %s%s' $verdict $((SECONDS - step_began)) "$step_title" "$step_figures")")
    step_figures=
}

# figure TEXT: something this step has found out, for its line in the table at the end.
figure() {
    step_figures+=": $1"
}

# step TITLE: ends the step before and begins another.
step() {
    end_step
    step_title=$1
    step_began=$SECONDS
    printf '== %s\n' "$step_title"
}

# fail SENTENCE: remembers that this step failed.
fail() {
    printf '   %s\n' "$1"
    failures+=("$step_title: $1")
}

# check COMMAND...: runs a check that is silent when all is well.
check() {
    local log
    log=$logs/$(basename "$1").log
    "$@" >"$log" 2>&1 || { grep -E 'error:|warning:' "$log" | sort -u | head -n 40; fail "see $log"; }
}

# configure NAME CMAKE-OPTION...: sets up build/NAME.
configure() {
    local name=$1 log=$logs/configure-$1.log
    shift
    cmake -S . -B "build/$name" -G Ninja -DIDSCOPE_TESTS=ON -DIDSCOPE_WERROR=ON "$@" >"$log" 2>&1 ||
        { grep -A8 'CMake Error' "$log"; fail "it can't be set up; see $log"; return 1; }
}

# build NAME CMAKE-OPTION...: sets up build/NAME and builds its tests, as fast as the machine allows.
build() {
    local log=$logs/build-$1.log
    # Nearly two hundred programs: mold links in a quarter of the time that ld takes, line numbers are all the debugging
    # information that a failed run needs, and g++ loses a seventh of its time where it saves memory.
    local quick=(-DIDSCOPE_PCH=ON -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold -DCMAKE_CXX_FLAGS_DEBUG=-g1)
    [[ $* == *clang* ]] || quick+=(-DCMAKE_CXX_FLAGS=--param=ggc-min-heapsize=1000000)
    configure "$@" "${quick[@]}" || return
    if ! cmake --build "build/$1" --target tests -j "$jobs" >"$log" 2>&1; then
        grep -E -A4 'error:|Error|undefined reference' "$log" | cut -c 1-400 | head -n 60
        fail "it does not build; see $log"
        return 1
    fi
}

# ThreadSanitizer of g++ 12 can't bear the finer address space randomisation of newer kernels.
plain_addresses=()
! setarch -R true 2>/dev/null || plain_addresses=(setarch -R)

# run_tests NAME CTEST-OPTION...: runs the tests of build/NAME and counts them.
run_tests() {
    local name=$1 log=$logs/test-$1.log
    shift
    "${plain_addresses[@]}" ctest --test-dir "build/$name" -j "$jobs" --output-on-failure "$@" 2>&1 | tee "$log" |
        grep -vE '^ *Start +[0-9]+:' || fail "see $log"
    if [[ $(<"$log") =~ ([0-9]+)\ tests?\ failed\ out\ of\ ([0-9]+) ]]; then
        failed=$((failed + BASH_REMATCH[1]))
        passed=$((passed + BASH_REMATCH[2] - BASH_REMATCH[1]))
        figure "$((BASH_REMATCH[2] - BASH_REMATCH[1])) of ${BASH_REMATCH[2]} passed"
    else
        fail "no test ran; see $log"
    fi
}

# fetch_foreign: servers from npm that exports are held against, into build/foreign.
fetch_foreign() {
    command -v npm >/dev/null || need_packages nodejs npm
    mkdir -p build/foreign
    cp tests/foreign/* build/foreign/
    if (cd build/foreign && npm ci --no-audit --no-fund --silent) >"$logs/foreign.log" 2>&1; then
        export IDSCOPE_S3RVER=$PWD/build/foreign/node_modules/s3rver/bin/s3rver.js
    else
        fail "s3rver could not be fetched from npm; see $logs/foreign.log"
    fi
}

# The folders of tests that lie beside folders of models.
model_test_folders() {
    local folder folders=()
    for folder in models/*/; do
        [ ! -d "tests/$(basename "$folder")" ] || folders+=("$(basename "$folder")")
    done
    (IFS=';'; echo "${folders[*]}")
}

# run_fuzzers SECONDS: lets every fuzzer of build/fuzz run from its corpus for so long, as many at a time as there are
# processors; what it finds is kept in build/logs, and what leads further in build/corpus. Lines for tests/fuzz/RUNS.md
# are left in build/logs/fuzz-runs.
run_fuzzers() {
    local corpora=(tests/*/corpus/*/) fuzzer corpus runs before commit
    commit=$(git describe --always --dirty)
    rm -f "$logs"/*.found "$logs"/fuzz-runs
    for corpus in "${corpora[@]}"; do
        fuzzer=$(basename "$corpus")
        mkdir -p "build/corpus/$fuzzer"
        while [ "$(jobs -pr | wc -l)" -ge "$jobs" ]; do
            wait -n || true
        done
        { "build/fuzz/$fuzzer" -max_total_time="$1" -max_len=4096 -print_final_stats=1 \
            -artifact_prefix="$logs/$fuzzer-" "build/corpus/$fuzzer" "$corpus" >"$logs/$fuzzer.log" 2>&1 ||
            touch "$logs/$fuzzer.found"; } &
    done
    wait
    for corpus in "${corpora[@]}"; do
        fuzzer=$(basename "$corpus")
        [ ! -e "$logs/$fuzzer.found" ] || { tail -n 30 "$logs/$fuzzer.log"; fail "$fuzzer found something; see $logs"; }
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$logs/$fuzzer.log")
        before=$(awk -F '|' -v target=" $fuzzer " '$2 == target { sum += $6 } END { print sum + 0 }' tests/fuzz/RUNS.md)
        printf '   %-14s %12d runs, %d in all\n' "$fuzzer" "${runs:-0}" $((before + ${runs:-0}))
        printf '| %s | %s | %s | address, undefined | %d |\n' "$fuzzer" "$(date -u +%F)" "$commit" "${runs:-0}" >>"$logs/fuzz-runs"
        figure "${fuzzer#fuzz_} ${runs:-0}"
    done
}

# check_coverage NAME LEAST FOLDER...: how many lines of these folders the tests of build/NAME ran; LEAST in percent.
check_coverage() {
    local name=$1 log=$logs/coverage.log
    shift
    tests/support/coverage.py "build/$name" "$@" >"$log" 2>&1 || fail "less than $1 % in a folder; see $log"
    grep '%' "$log" | sed 's/^/   /'
    figure "$(grep '%' "$log" | paste -sd ' ')"
}

# finish: the result of all steps, and the exit code.
finish() {
    end_step
    step_title=
    printf '== Result after %d min %d s\n' $((SECONDS / 60)) $((SECONDS % 60))
    printf '%s\n' "${table[@]}"
    [ ${#failures[@]} -eq 0 ] || printf 'FAILED  %s\n' "${failures[@]}"
    printf '%d passed, %d failed\n' "$passed" "$failed"
    [ ${#failures[@]} -eq 0 ]
    exit
}

# stop SENTENCE: gives up.
stop() {
    failures+=("$1")
    finish
}
