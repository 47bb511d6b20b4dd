#!/usr/bin/env bash
# Checks what building and testing need, and installs what it can: .NET SDK 10, PostgreSQL 15+ server binaries.
# Usage: eng/setup.sh            (the other scripts source it first)
#        eng/setup.sh --tests    also what only the tests use (psql, sqlfluff)
set -euo pipefail

# .NET and NuGet keep their caches below HOME and fail where it is not set.
export HOME="${HOME:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/artifacts/home}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
mkdir -p "$HOME"

fail() {
  echo "setup: $*" >&2
  exit 1
}

# Whether a PostgreSQL server of at least version 15 is in one of the places where the emulator looks.
has_postgres() {
  local dir version
  for dir in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin \
      "$(dirname "$(command -v postgres || echo /none/postgres)")"; do
    [ -x "$dir/initdb" ] && [ -x "$dir/postgres" ] || continue
    version="$("$dir/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')"
    [ "$version" -ge 15 ] && return
  done
  return 1
}

install_packages() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  echo "setup: installing $*" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
    { apt-get update >/dev/null 2>&1 && apt-get install -y --no-install-recommends "$@" >/dev/null; }
}

dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || fail "install the .NET SDK 10: https://dotnet.microsoft.com/download"

has_postgres || install_packages postgresql || true
has_postgres || fail "install PostgreSQL 15 or newer (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17)"

if [ "${1:-}" = --tests ]; then
  command -v psql >/dev/null || install_packages postgresql-client || true
  command -v sqlfluff >/dev/null || install_packages sqlfluff || true
fi
