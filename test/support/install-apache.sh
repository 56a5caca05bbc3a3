#!/bin/sh
# Installs Apache with mod_auth_openidc for `make test-interop`, from Debian's packages. Does nothing where both are there;
# safe to repeat. Where they cannot be installed it says so and succeeds: that test is skipped then, and says so too. Nothing is
# started: the test starts a server of its own.
set -eu
program=/usr/sbin/apache2
module=/usr/lib/apache2/modules/mod_auth_openidc.so
[ -x "$program" ] && [ -e "$module" ] && exit 0

skip() {
  echo "$1: the test with Apache is skipped"
  exit 0
}
command -v apt-get >/dev/null 2>&1 || skip 'Apache with mod_auth_openidc is missing, and there is no apt-get to install it'
if [ "$(id -u)" -eq 0 ]; then
  as_root=''
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root='sudo -n'
else
  skip 'Apache with mod_auth_openidc is missing, and installing it takes root'
fi

echo 'installing Apache with mod_auth_openidc from the packages of the system, once ...'
log=$(mktemp)
# A package that is installed starts its service; a policy file forbids that for the moment.
policy=/usr/sbin/policy-rc.d
made=''
trap 'rm -f "$log"; [ -z "$made" ] || $as_root rm -f "$policy"' EXIT
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
  $as_root chmod 755 "$policy"
  made=yes
fi
install() {
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends apache2 libapache2-mod-auth-openidc
}
# The list of packages is fetched only where the one at hand does not know them, or an outdated version.
if ! install >"$log" 2>&1 && ! { $as_root apt-get update -q && install; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  skip 'Apache with mod_auth_openidc could not be installed (see above)'
fi
