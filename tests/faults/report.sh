#!/usr/bin/env bash
# report.sh FOLDER: puts the table of rows, runs and results into README.md, of what the last run left in FOLDER.
set -euo pipefail
folder=$1
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
readme=$here/README.md

row_lines() {
    local number fault kind where runs bad
    while IFS=$'\t' read -r number fault kind where; do
        local tests=$where result=
        case $kind in
            here)
                local prefix
                prefix=$(printf 'Row%02d_' "$number")
                if [ "$number" = 50 ]; then
                    runs="$(grep -c '^[ND][0-9]: \|^bench: ' "$folder/model_test.txt") designs"
                    bad=$(grep -c 'FAILED' "$folder/model_test.txt" "$folder/benchmodel_test.txt" | awk -F: '{n += $2} END {print n}')
                elif [ "$number" = 45 ]; then
                    runs="the runs of row 17" bad=0
                else
                    runs="$(cat "$folder/$prefix"*.tsv 2>/dev/null | awk -F'\t' '{n += $2} END {print n + 0}') runs"
                    bad=$(cat "$folder/$prefix"*.tsv 2>/dev/null | grep -c 'FAILED$' || true)
                    if [ "$(cat "$folder/$prefix"*.tsv 2>/dev/null | grep -c 'good$')" = 0 ]; then bad=-1; fi
                fi
                tests="faults_test"
                [ "$number" != 50 ] || tests="model_test, benchmodel_test"
                case $bad in
                    0) result="$runs, 0 violations" ;;
                    -1) result="skipped where it ran" ;;
                    *) result="FAILED" ;;
                esac
                ;;
            soak)
                tests=faults_soak
                result=$(grep 'orders left in' "$folder/soak.txt" | sed 's/^faults_soak: //' || true)
                result=${result:-FAILED}
                ;;
            elsewhere) result="with every test run" ;;
            not) tests="–" result="none: $where" ;;
        esac
        printf '| %s | %s | %s | %s |\n' "$number" "$fault" "$tests" "$result"
    done <"$here/rows.tsv"
}

{
    sed '/^<!-- table -->$/q' "$readme"
    printf '\n| # | fault | tests | runs and result |\n|---|---|---|---|\n'
    row_lines
    printf '\n'
    sed -n '/^<!-- end of table -->$/,$p' "$readme"
} >"$folder/README.md"
cp "$folder/README.md" "$readme"
