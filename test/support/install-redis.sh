#!/bin/sh
# Installs redis-server for the tests of shared rate limits and of its loss, where it is missing. Without it those tests are skipped
# and say so.
set -eu
command -v redis-server >/dev/null || sh "$(dirname "$0")/install-packages.sh" redis-server
