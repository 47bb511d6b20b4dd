#!/usr/bin/env bash
# A second opinion on syntax: sqlfluff's Redshift dialect parses the statements that a test run collected.
# It accepts much that Redshift refuses, so it can only find slips.
# Usage: eng/lint-sql.sh [folder of .sql files]    exits 77 where sqlfluff is not installed
set -euo pipefail

cd "$(dirname "$0")/.."
folder="${1:-artifacts/sql}"

command -v sqlfluff >/dev/null || { echo "lint-sql: left out, sqlfluff is not installed" >&2; exit 77; }
[ -n "$(find "$folder" -name '*.sql' -print -quit)" ] || { echo "lint-sql: no statements in $folder" >&2; exit 1; }

sqlfluff lint --dialect redshift --templater raw --rules L001 --processes 2 --format json "$folder" >"$folder/report.json" || true
python3 - "$folder" <<'PYTHON'
import glob, json, sys

# What AWS's guide shows and this dialect does not know: OFFSET without LIMIT, the operators # and ~, a set operation on a query in
# parentheses, QUALIFY.
known = ("OFFSET", "#", "~", "EXCEPT", "INTERSECT", "UNION", "QUALIFY")

folder = sys.argv[1]
files = glob.glob(folder + "/*.sql")
report = json.load(open(folder + "/report.json"))
failures = 0
for file in report:
    for violation in file["violations"]:
        section = violation["description"].split("section: ", 1)[-1].strip(" '\"")
        if violation["code"] == "PRS" and not section.startswith(known):
            failures += 1
            print(f"{file['filepath']}: {violation['description']}\n{open(file['filepath']).read()}")

# Larger files than 20,000 bytes are passed over in silence, which counts as a failure.
failures += sum(len(open(file).read()) > 20000 for file in files)
print(f"lint-sql: {len(files)} statements, {failures} not parsed")
sys.exit(failures > 0)
PYTHON
