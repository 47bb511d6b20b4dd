#!/usr/bin/env bash
# Builds everything with warnings as errors, runs every test, and ends with the line "N passed, N failed, N skipped".
# Usage: eng/test.sh [filter]    the filter is one of `dotnet test --filter`, such as SaveChangesTest
set -euo pipefail

cd "$(dirname "$0")/.."
source eng/setup.sh --tests

results=artifacts/test-results
rm -rf "$results" artifacts/sql
mkdir -p "$results" artifacts/sql

dotnet build EFCore.Redshift.sln --configuration Release --nologo --verbosity quiet

status=0
REDSHIFT_TEST_SQL="$PWD/artifacts/sql" dotnet test EFCore.Redshift.sln --configuration Release --no-build --nologo \
  --logger trx --results-directory "$results" ${1:+--filter "$1"} || status=$?

# One counter of every project's result file, summed.
count() {
  { cat "$results"/*.trx 2>/dev/null || true; } | { grep -o '<Counters [^>]*>' || true; } |
    { grep -o " $1=\"[0-9]*\"" || true; } | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}
passed=$(count passed)
failed=$(count failed)
skipped=$(($(count total) - $(count executed)))

# The second opinion on the SQL counts as one test; it needs the statements of the whole run.
if [ -z "${1:-}" ]; then
  lint=0
  eng/lint-sql.sh artifacts/sql || lint=$?
  case $lint in
    0) passed=$((passed + 1)) ;;
    77) skipped=$((skipped + 1)) ;;
    *) failed=$((failed + 1)) ;;
  esac
fi

# A test host that died leaves no counters.
[ "$status" = 0 ] || [ "$failed" != 0 ] || failed=1

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
