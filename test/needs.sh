#!/usr/bin/env bash
# The tests run on a real browser and a real Redis. Installs it where it is missing and can be had; elsewhere says what to install.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v redis-server >/dev/null && command -v redis-cli >/dev/null || missing+=(redis-server redis-tools)
command -v redis-sentinel >/dev/null || missing+=(redis-sentinel)
[ ${#missing[@]} -eq 0 ] && exit 0

if command -v apt-get >/dev/null; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  if "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null; then exit 0; fi
fi
echo "The tests need: ${missing[*]}. On Debian: sudo apt-get install ${missing[*]}. Elsewhere: install them so that \"chromium\", \"redis-server\" and \"redis-sentinel\" are found." >&2
exit 1
