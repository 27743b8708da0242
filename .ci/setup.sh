# shellcheck shell=bash
# Sourced by run and test: what the machine must have, installed from Debian when we may.

# need WHAT PACKAGE...: installs the packages as root, otherwise says what to install and fails
need() {
  local what=$1
  shift
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "$what is missing. On Debian: sudo apt-get install -y $*" >&2
    exit 1
  fi
  echo "$what is missing, installing: $*"
  export DEBIAN_FRONTEND=noninteractive
  if ! { apt-get update -q && apt-get install -yq --no-install-recommends "$@"; } >"${TMPDIR:-/tmp}/mortise-apt.log" 2>&1; then
    tail -n 20 "${TMPDIR:-/tmp}/mortise-apt.log" >&2
    exit 1
  fi
}

java_major() {
  local java=${JAVA_HOME:+$JAVA_HOME/bin/}javac
  "$java" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p' || true
}

need_jdk() {
  local major
  major=$(java_major)
  if [ "${major:-0}" -ge 17 ]; then return; fi
  need "A JDK, 17 or later," default-jdk-headless
  unset JAVA_HOME
  major=$(java_major)
  if [ "${major:-0}" -lt 17 ]; then
    echo "The JDK that was found is older than 17. Set JAVA_HOME to a newer one." >&2
    exit 1
  fi
}

need_maven() {
  command -v mvn >/dev/null || need Maven maven
}

need_chromium() {
  command -v chromium >/dev/null || need Chromium chromium
}

# The newest PostgreSQL of the machine, as a folder with initdb and pg_ctl; nothing when there is none
postgresql_bin() {
  find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1
}

need_postgresql() {
  [ -n "$(postgresql_bin)" ] || need PostgreSQL postgresql
}
