#!/bin/sh
# Installs the Chromium that the browser tests drive, from Debian's packages. Does nothing where there is one; safe to repeat.
set -eu

if [ -n "${CHROMIUM:-}" ]; then
  [ -x "$CHROMIUM" ] && exit 0
  echo "CHROMIUM names $CHROMIUM, which is no program: correct it, or unset it to have Debian's installed" >&2
  exit 1
fi
[ -x /usr/bin/chromium ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo 'Chromium is missing, and there is no apt-get to install it: install it, and set CHROMIUM to its path' >&2
  exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
  as_root=''
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root='sudo -n'
else
  echo 'Chromium is missing, and installing it takes root: run "sudo apt-get install chromium"' >&2
  exit 1
fi

echo 'installing Chromium from the packages of the system, once ...'
export DEBIAN_FRONTEND=noninteractive
install() {
  $as_root apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core
}
# The list of packages is fetched only where the one at hand does not know Chromium, or an outdated version of it.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! install >"$log" 2>&1 && ! { $as_root apt-get update -q && install; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo 'Chromium could not be installed: see the lines above' >&2
  exit 1
fi
[ -x /usr/bin/chromium ] || { echo 'the package was installed, but /usr/bin/chromium is not there: set CHROMIUM to its path' >&2; exit 1; }
