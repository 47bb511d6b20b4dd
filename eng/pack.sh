#!/usr/bin/env bash
# Makes the NuGet packages of the provider and the emulator.
# Usage: eng/pack.sh [folder] [msbuild options]    default folder: artifacts/packages
set -euo pipefail

cd "$(dirname "$0")/.."
source eng/setup.sh

folder="${1:-artifacts/packages}"
for project in src/EFCore.Redshift src/EFCore.Redshift.Emulator; do
  dotnet pack "$project" --configuration Release --output "$folder" --nologo --verbosity quiet "${@:2}"
done
ls "$folder"/*.nupkg
