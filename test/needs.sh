#!/usr/bin/env bash
# The tests run on a real browser. Installs it where it is missing and can be had; elsewhere says what to install.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
[ ${#missing[@]} -eq 0 ] && exit 0

if command -v apt-get >/dev/null; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  if "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null; then exit 0; fi
fi
echo "The tests need: ${missing[*]}. On Debian: sudo apt-get install ${missing[*]}. Elsewhere: install it so that it is found as \"chromium\"." >&2
exit 1
