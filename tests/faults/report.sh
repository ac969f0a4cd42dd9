#!/usr/bin/env bash
# report.sh FOLDER: puts the table of rows, runs and results into README.md, of what the last run left in FOLDER.
set -euo pipefail
folder=$1
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
readme=$here/README.md

# result_of <number>: of the tests of that row, which left a line each: name, runs, how it ended.
result_of() {
    cat "$folder"/Row*.tsv | awk -F'\t' -v prefix="$(printf 'Row%02d_' "$1")" '
        index($1, prefix) == 1 { runs += $2; ended[$3]++ }
        END {
            if (ended["FAILED"] || !(ended["good"] || ended["skipped"])) print "FAILED"
            else if (!ended["good"]) print "skipped where it ran"
            else printf "%d runs, 0 violations%s\n", runs, ended["skipped"] ? ", a part skipped" : ""
        }'
}

result_of_model() {
    local program
    for program in model_test benchmodel_test; do
        if ! grep -q 'PASSED' "$folder/$program.txt" || grep -q 'FAILED' "$folder/$program.txt"; then
            echo FAILED
            return
        fi
    done
    printf '%s designs searched whole; %s\n' "$(grep -c '^[A-Za-z0-9]*: [0-9]* states' "$folder/model_test.txt")" \
        "$(sed -n 's/^\([0-9]* of [0-9]* kinds of moves, [0-9]* steps\).*/\1/p' "$folder/benchmodel_test.txt")"
}

rows() {
    local number fault kind where
    while IFS=$'\t' read -r number fault kind where; do
        case $kind-$number in
            here-50) where="model_test, benchmodel_test" result=$(result_of_model) ;;
            here-45) where="faults_test, with row 17" result="with row 17" ;;
            here-*) where=faults_test result=$(result_of "$number") ;;
            soak-*) where=faults_soak result=$(sed -n 's/^faults_soak: \(.* left .*\)$/\1/p' "$folder/soak.txt") ;;
            elsewhere-*) result="with every test run" ;;
            *) result="none: $where" where=– ;;
        esac
        printf '| %s | %s | %s | %s |\n' "$number" "$fault" "$where" "${result:-FAILED}"
    done <"$here/rows.tsv"
}

{
    sed '/^<!-- table -->$/q' "$readme"
    printf '\n| # | fault | tests | runs and result |\n|---|---|---|---|\n'
    rows
    printf '\n'
    sed -n '/^<!-- end of table -->$/,$p' "$readme"
} >"$folder/README.md"
cp "$folder/README.md" "$readme"
