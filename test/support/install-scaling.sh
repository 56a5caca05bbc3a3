#!/bin/sh
# Installs what `make scaling` runs Latchkey between: HAProxy, PgBouncer, and a PostgreSQL with the programs that make a standby
# (what comes with the packages has none of them). Nothing is started: each test starts servers of its own.
set -eu
missing=''
command -v haproxy >/dev/null || missing="$missing haproxy"
command -v pgbouncer >/dev/null || missing="$missing pgbouncer"
[ -n "$(ls /usr/lib/postgresql/*/bin/pg_basebackup 2>/dev/null)" ] || missing="$missing postgresql"
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
  echo "missing:$missing; there is no apt-get to install them with" >&2
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
# No cluster of its own: the tests make theirs.
$sudo mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] ||
  echo 'create_main_cluster = false' | $sudo tee /etc/postgresql-common/createcluster.conf >/dev/null
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
