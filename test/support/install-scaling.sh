#!/bin/sh
# Installs what `make scaling` runs Latchkey between: HAProxy, PgBouncer, and a PostgreSQL with the programs that make a standby
# (what comes with the packages has none of them).
set -eu
missing=''
command -v haproxy >/dev/null || missing="$missing haproxy"
command -v pgbouncer >/dev/null || missing="$missing pgbouncer"
ls /usr/lib/postgresql/*/bin/pg_basebackup >/dev/null 2>&1 || missing="$missing postgresql"
# shellcheck disable=SC2086
[ -z "$missing" ] || sh "$(dirname "$0")/install-packages.sh" $missing
