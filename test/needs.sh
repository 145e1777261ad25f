#!/usr/bin/env bash
# The tests run on a real browser and a real Redis. Installs it where it is missing and can be had; elsewhere says what to install.
set -euo pipefail

has() { command -v "$1" >/dev/null; }
missing=()
# The same Chromium without what belongs to its window is quicker, where it comes on its own.
has chromium-headless-shell || has chromium || missing+=(chromium)
has redis-server && has redis-cli || missing+=(redis-server redis-tools)
has redis-sentinel || missing+=(redis-sentinel)
[ ${#missing[@]} -eq 0 ] && exit 0

install() {
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  "${as_root[@]}" apt-get update -qq || return
  local packages=()
  for each in "${missing[@]}"; do
    if [ "$each" = chromium ] && apt-cache show chromium-headless-shell >/dev/null 2>&1; then each=chromium-headless-shell; fi
    packages+=("$each")
  done
  "${as_root[@]}" apt-get install -y -qq "${packages[@]}" >/dev/null
}

if has apt-get && install; then exit 0; fi
echo "The tests need: ${missing[*]}. On Debian: sudo apt-get install ${missing[*]}. Elsewhere: install them so that \"chromium\", \"redis-server\" and \"redis-sentinel\" are found." >&2
exit 1
