#!/bin/sh
# Installs pngquant for `make screenshots`, from Debian's packages. Does nothing where there is one; safe to repeat.
set -eu
command -v pngquant >/dev/null 2>&1 && exit 0

fail() {
  echo "pngquant, which makes the pictures small, is missing$1" >&2
  exit 1
}
command -v apt-get >/dev/null 2>&1 || fail ', and there is no apt-get to install it: install it'
if [ "$(id -u)" -eq 0 ]; then
  as_root=''
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root='sudo -n'
else
  fail ', and installing it takes root: run "sudo apt-get install pngquant"'
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends pngquant
}
# The list of packages is fetched only where the one at hand does not know it, or an outdated version of it.
if ! install >"$log" 2>&1 && ! { $as_root apt-get update -q && install; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  fail ' and could not be installed: see the lines above'
fi
