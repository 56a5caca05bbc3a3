#!/bin/sh
# Installs libfaketime for the tests in which a service's clock jumps, where it is missing. Without it those tests are skipped
# and say so.
set -eu
ls /usr/lib/*/faketime/libfaketime.so.1 >/dev/null 2>&1 || sh "$(dirname "$0")/install-packages.sh" libfaketime
