#!/usr/bin/env bash
# The main job from end to end on a local emulator: tables, COPY, LINQ reports, SaveChanges, UNLOAD.
# Usage: eng/quickstart.sh [--sales N] [--data DIR] [--connection "..." --s3 s3://bucket/prefix --iam-role ARN]
set -euo pipefail

root="$(cd "$(dirname "$0")/.." && pwd)"
source "$root/eng/setup.sh"

dotnet build "$root/samples/QuickStart" --configuration Release --nologo --verbosity quiet
exec dotnet "$root/samples/QuickStart/bin/Release/net10.0/QuickStart.dll" "$@"
