#!/usr/bin/env bash
# Measures the emulator beside PostgreSQL, and the provider beside Npgsql's and hand-written commands, all in one run and on one server.
# Usage: eng/bench.sh [part of a line]    such as `insert` or `npgsql`; prints "work ours/other ratio" and what it is made of, line by line
set -euo pipefail

root="$(cd "$(dirname "$0")/.." && pwd)"
source "$root/eng/setup.sh"

dotnet build "$root/bench/EFCore.Redshift.Benchmarks" --configuration Release --nologo --verbosity quiet
exec dotnet "$root/bench/EFCore.Redshift.Benchmarks/bin/Release/net10.0/EFCore.Redshift.Benchmarks.dll" "$@"
