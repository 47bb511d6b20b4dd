#!/usr/bin/env bash
# Runs an emulated Redshift until it is interrupted; prints "ready: <connection string>" when it can be connected to.
# Usage: eng/emulator.sh [--port 5439] [--s3-root DIR]    DIR holds the buckets: s3://bucket/key is DIR/bucket/key
set -euo pipefail

here="$(cd "$(dirname "$0")/.." && pwd)"
source "$here/eng/setup.sh"

dotnet build "$here/src/EFCore.Redshift.Emulator" --configuration Release --nologo --verbosity quiet >&2

# A script that starts this one in the background makes it deaf to interrupts, where `env` cannot undo that.
undeafen=()
env --default-signal=INT true 2>/dev/null && undeafen=(env --default-signal=INT)
exec ${undeafen[@]+"${undeafen[@]}"} dotnet "$here/src/EFCore.Redshift.Emulator/bin/Release/net10.0/EFCore.Redshift.Emulator.dll" "$@"
