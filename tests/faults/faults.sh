# shellcheck shell=bash
# The fault tests of packbench.sh, which reads this file: it uses its root and say, need, configure, build,
# step and sum_up. See tests/faults/README.md.

fault_programs=(model_test benchmodel_test faults_test faults_soak)

build_faults() {
    configure release with-tests
    build release "${fault_programs[@]}" >&2
}

# run_faults <report folder> <soak orders>: each program leaves what it said there.
run_faults() {
    local report=$1 orders=$2 name status=0
    rm -rf "$report" && mkdir -p "$report"
    export PACKBENCH_FAULTS_REPORT=$report
    for name in model_test benchmodel_test faults_test; do
        "build/release/bin/$name" --gtest_brief=1 >"$report/$name.txt" 2>&1 </dev/null || status=1
        say "$name: $(tail -n 1 "$report/$name.txt")"
    done
    build/release/bin/faults_soak --orders "$orders" ${seed:+--seed "$seed"} >"$report/soak.txt" 2>&1 || status=1
    tail -n 1 "$report/soak.txt" >&2
    return $status
}

# ./packbench.sh faults [--report]: every N, every k; with --report the README's table is made of it.
command_faults() {
    need build run test
    step "build" build_faults
    export PACKBENCH_FAULTS=${PACKBENCH_FAULTS:-all}
    step "faults" run_faults "$root/build/faults" "${PACKBENCH_SOAK_ORDERS:-20000}"
    [ "${1:-}" != --report ] || step "report" bash tests/faults/report.sh "$root/build/faults"
    sum_up
}

# ./packbench.sh soak [--orders N] [--seed N]
command_soak() {
    need build run test
    build_faults
    build/release/bin/faults_soak "$@"
}
