#!/usr/bin/env bash
# Copies a jobs database of SQLite into one of PostgreSQL whose tables a replica has made and that has no jobs; all of it or
# nothing. The service that used it must be stopped. Needs sqlite3 (3.35 or newer) and psql:
#   scripts/move-to-postgresql.sh JOBS_DB postgresql://USER@HOST:5432/DATABASE
# What follows the first argument is for psql, as are PGPASSWORD and the like. PSQL is what is called in psql's place.
set -euo pipefail
if (($# == 0)); then
  sed -n '2,5s/^# //p' "$0" >&2
  exit 2
fi
source=$1
read -ra psql <<<"${PSQL:-psql}"
psql+=(--no-psqlrc --quiet --set ON_ERROR_STOP=1 --set VERBOSITY=terse "${@:2}")
# In an order that suits their references.
tables=(job headline_number job_part job_trade idempotency_key webhook_delivery webhook_attempt sweep sweep_row sweep_choice
  trial paper_session scheduled_tasks scheduled_sweeps webhook_task)
# A service that runs keeps a lock on the file; this one then keeps it out.
alone='pragma locking_mode = exclusive; begin exclusive;'

fail() {
  echo "$1" >&2
  exit 1
}

in_sqlite() { sqlite3 -batch -bail -separator $'\t' -nullvalue '\N' "$source" "$@"; }

# A line of sqlite3's input that lets it print a line.
say() {
  local text=${1//\\/\\\\}
  echo ".print \"${text//\"/\\\"}\""
}

# Sets how a column is read where it is not null, staged and written. Text and bytes travel as hexadecimal digits, fractions
# as a whole number and a power of two, so that nothing is lost on the way.
way_of() {
  local column=$1 type=$2 bytes='\\x'
  case $type in
  text | json) way=("'$bytes' || hex($column)" bytea "convert_from($column, 'UTF8')::$type") ;;
  bytea) way=("'$bytes' || hex($column)" bytea "$column") ;;
  'double precision')
    way=("'{' || ieee754_mantissa($column) || ',' || ieee754_exponent($column) || '}'" 'bigint[]'
      "case $column[1] when 0 then 0 else $column[1] * power(2::float8, $column[2]) end")
    ;;
  'timestamp with time zone') way=("$column" bigint "timestamptz 'epoch' + $column * interval '1 millisecond'") ;;
  boolean) way=("$column" bigint "$column <> 0") ;;
  *) way=("$column" "$type" "$column") ;;
  esac
}

# Writes for sqlite3 what makes it write for psql what copies a table.
copy() {
  local table=$1 names='' read='' staged='' written='' name type way
  while read -r _ name type; do
    way_of "\"$name\"" "$type"
    names+=", \"$name\""
    read+=", iif(\"$name\" is null, null, ${way[0]})"
    staged+=", \"$name\" ${way[1]}"
    written+=", ${way[2]}"
  done < <(grep "^$table " <<<"$columns")
  say "create temporary table staged_$table (${staged#, }) on commit drop;"
  say "copy staged_$table from stdin;"
  echo "select ${read#, } from $table;"
  say '\.'
  say "insert into $table (${names#, }) overriding system value select ${written#, } from staged_$table;"
  echo "select 'insert into moved select ''$table'', ' || count(*) || ', (select count(*) from $table);' from $table;"
}

move() {
  local all
  local refused="raise exception 'PostgreSQL has jobs already: nothing was copied.'; end if; end \$\$;"
  local missing="raise exception 'Rows are missing: nothing was copied.'; end if; end \$\$;"
  all=$(printf ', %s' "${tables[@]}")
  echo ".output /dev/null"
  echo "$alone"
  echo ".output stdout"
  say "begin; set local lock_timeout = '10s'; lock table ${all#, } in exclusive mode;"
  say "create temporary table moved (\"table\" text, sqlite bigint, postgresql bigint) on commit drop;"
  say "do \$\$ begin if exists ($(printf 'select from %s union all ' "${tables[@]}") select where false) then $refused"
  for table in "${tables[@]}"; do copy "$table"; done
  # Numbers of what was deleted are not given again.
  echo "select 'do \$\$ begin perform setval(pg_get_serial_sequence(''' || name || ''', ''number''), ' || seq || '); end \$\$;'
    from sqlite_sequence where name in ('job', 'paper_session') and seq > 0;"
  say "do \$\$ begin if exists (select from moved where sqlite <> postgresql) then $missing"
  say 'table moved; commit;'
}

[[ -f $source ]] || fail "There is no file $source."
in_sqlite "$alone" >/dev/null || fail "$source cannot be locked: stop the service that uses it first."
[[ $(in_sqlite "select count(*) from paper_session where status = 'RUNNING'") == 0 ]] ||
  fail 'A paper session runs, and replicas have none: let it end or stop it, then stop the service.'

# Both must have the same tables and columns, but for what each has for itself.
own="'flyway_schema_history', 'health', 'replica', 'sqlite_sequence'"
columns=$("${psql[@]}" --tuples-only --no-align --field-separator ' ' --command "
  select table_name, column_name, data_type from information_schema.columns
  where table_schema = current_schema() and table_name not in ($own) order by ordinal_position" </dev/null)
differences=$(diff <(in_sqlite "select m.name || ' ' || c.name from sqlite_master m join pragma_table_info(m.name) c
  where m.type = 'table' and m.name not in ($own)" | sort) <(cut -d ' ' -f 1,2 <<<"$columns" | sort)) ||
  fail "The tables differ (<: only in $source, >: only in PostgreSQL):
$differences
Start the version that the replicas will have once on either, then stop it."
[[ $(printf '%s\n' "${tables[@]}" | sort) == "$(cut -d ' ' -f 1 <<<"$columns" | sort -u)" ]] ||
  fail 'There are tables that this script does not know.'

move | in_sqlite | "${psql[@]}"
echo 'All is copied. Start the replicas; the service must not be started on SQLite again.'
