#!/usr/bin/env bash
# A second opinion on syntax: sqlfluff's Redshift dialect parses the statements that a test run collected.
# It accepts much that Redshift refuses and rejects little that it accepts (QUALIFY), so it can only find slips.
# Usage: eng/lint-sql.sh [folder of .sql files]    exits 77 where sqlfluff is not installed
set -euo pipefail

cd "$(dirname "$0")/.."
folder="${1:-artifacts/sql}"

command -v sqlfluff >/dev/null || { echo "lint-sql: left out, sqlfluff is not installed" >&2; exit 77; }

files=$(find "$folder" -name '*.sql' | wc -l)
[ "$files" -gt 0 ] || { echo "lint-sql: no statements in $folder" >&2; exit 1; }

# PRS is a text that could not be parsed. Files over its size limit are skipped with a warning, which counts as a failure.
report=$(sqlfluff lint --dialect redshift --templater raw --rules L001 --processes 2 "$folder" 2>&1 || true)
failures=$(grep -E 'PRS|exceeded|skipped' <<<"$report" || true)
if [ -n "$failures" ]; then
  grep -E '^== |PRS|exceeded|skipped' <<<"$report" | grep -B1 -E 'PRS|exceeded|skipped' | head -60
  exit 1
fi
echo "lint-sql: sqlfluff parsed the statements of $files files"
