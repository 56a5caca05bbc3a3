#!/bin/sh
# Installs packages of Debian, named as arguments, and starts nothing that they bring: each test starts servers of its own. Called by
# the scripts beside it, which know whether anything is missing.
set -eu
if ! command -v apt-get >/dev/null; then
  echo "missing: $*; there is no apt-get to install them with" >&2
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
# Nor does PostgreSQL make a cluster of its own.
clusters=/etc/postgresql-common/createcluster.conf
case " $* " in *' postgresql '*)
  $sudo mkdir -p "$(dirname "$clusters")"
  [ -e "$clusters" ] || echo 'create_main_cluster = false' | $sudo tee "$clusters" >/dev/null
  ;;
esac
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
