# shellcheck shell=bash
# Sourced by test: a private PostgreSQL that is thrown away afterwards. It listens on 127.0.0.1 only.

# PostgreSQL refuses to run as root, so root becomes the user postgres for it
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && setpriv --reuid=postgres --regid=postgres --init-groups env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$@")
  else
    "$@"
  fi
}

free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 50); do
    if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
}

start_postgresql() {
  pg_bin=$(postgresql_bin)
  pg_folder=$(mktemp -d /tmp/mortise-pg-XXXXXX)
  [ "$(id -u)" -ne 0 ] || chown postgres: "$pg_folder"
  local port
  port=$(free_port)
  as_postgres "$pg_bin/initdb" -D "$pg_folder/data" -A trust -U postgres -E UTF8 -N >"$pg_folder.log"
  cat >>"$pg_folder/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$pg_folder'
fsync = off
max_connections = 200
CONF
  as_postgres "$pg_bin/pg_ctl" -D "$pg_folder/data" -l "$pg_folder/log" -w start >>"$pg_folder.log"
  export MORTISE_TEST_PG="jdbc:postgresql://127.0.0.1:$port/postgres?user=postgres"
}

stop_postgresql() {
  [ -n "${pg_folder:-}" ] || return 0
  as_postgres "$pg_bin/pg_ctl" -D "$pg_folder/data" -m immediate -w stop >>"$pg_folder.log" 2>&1 || true
  rm -rf "$pg_folder" "$pg_folder.log"
}
