#!/bin/sh
# Installs redis-server for the tests of shared rate limits, where it is missing. Without it those tests are skipped and say
# so. Nothing is started: each test starts a server of its own.
set -eu
command -v redis-server >/dev/null && exit 0
if ! command -v apt-get >/dev/null; then
  echo 'redis-server is missing and there is no apt-get to install it with' >&2
  exit 1
fi
sudo=''
[ "$(id -u)" -eq 0 ] || sudo='sudo'
# A package that is installed starts its service; a policy file forbids that for the moment.
policy=/usr/sbin/policy-rc.d
made=''
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | $sudo tee "$policy" >/dev/null
  $sudo chmod 755 "$policy"
  made=yes
  trap '[ -z "$made" ] || $sudo rm -f "$policy"' EXIT
fi
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends redis-server >/dev/null
