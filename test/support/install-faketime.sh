#!/bin/sh
# Installs libfaketime for the tests in which a service's clock jumps, where it is missing. Without it those tests are skipped
# and say so.
set -eu
ls /usr/lib/*/faketime/libfaketime.so.1 >/dev/null 2>&1 && exit 0
if ! command -v apt-get >/dev/null; then
  echo 'libfaketime is missing and there is no apt-get to install it with' >&2
  exit 1
fi
sudo=''
[ "$(id -u)" -eq 0 ] || sudo='sudo'
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libfaketime >/dev/null
