#!/usr/bin/env bash
# A recording that gets a pass every 30 seconds while a month of it is replayed again and again: what each job reads of
# files, how long it takes, and when an old row is seen that was changed together with a pass.
# Needs sqlite3 and jq: scripts/growth-trial.sh [PASSES]
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/test-classes.sh
passes=${1:-10}
folder=target/growth-trial
port=18097
api=http://127.0.0.1:$port/api/v1
rm -rf "$folder"
mkdir -p "$folder/data"
run_test_class -Xmx512m com.gammareplay.Application generate --output "$folder/data/month.db" --start 2026-01-02 --sessions 21 >/dev/null
sqlite3 "$folder/data/month.db" 'pragma journal_mode = wal' >/dev/null
"$test_java" --enable-native-access=ALL-UNNAMED -Xmx1g -XX:+UseParallelGC \
  -cp "target/classes:$(<target/test-classpath)" com.gammareplay.Application --server.port=$port --gamma.home="$folder/home" \
  --gamma.data-dir="$folder/data" --gamma.prepare.interval=30s >"$folder/log" 2>&1 &
service=$!
trap 'kill "$service"; wait "$service" || true' EXIT
until curl -fs -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness"; do
  kill -0 "$service"
  sleep 0.2
done
read_bytes() { awk '/^rchar/ {print $2}' "/proc/$service/io"; }
# Runs a backtest; sets what it read and took.
job() {
  local before id job
  before=$(read_bytes)
  id=$(curl -fsS "$api/backtests" -H 'Content-Type: application/json' -d '{}' | jq -r .id)
  until job=$(curl -fsS "$api/backtests/$id") && jq -e '.finishedAt != null' <<<"$job" >/dev/null; do sleep 0.1; done
  megabytes=$((($(read_bytes) - before) / 1000000))
  seconds=$(jq -r '.startedAt, .finishedAt' <<<"$job" | xargs -I{} date -d {} +%s.%N | paste -sd' ' | awk '{printf "%.3f", $2 - $1}')
}
# A pass for a session in the middle: the rows of one of its timestamps, some seconds later.
pass() {
  sqlite3 "$folder/data/month.db" "pragma busy_timeout = 5000; begin; insert into options_prices_live(timestamp, index_symbol,
    strike, option_type, bid, ask) select datetime(timestamp, '+$1 seconds'), index_symbol, strike, option_type, bid, ask
    from options_prices_live where timestamp = (select timestamp from options_prices_live where index_symbol = 'SPX'
    order by id limit 1 offset (select count(*) / 2 from options_prices_live) ); ${2:-} commit" >/dev/null
}
job
echo "first job, nothing kept: $megabytes MB, $seconds s"
edited=0
for number in $(seq "$passes"); do
  change=''
  if [[ $number == 2 ]]; then
    change="update options_prices_live set bid = bid + 0.05, ask = ask + 0.05 where id between 1000 and 1200;"
  fi
  pass "$number" "$change"
  until=$((SECONDS + 30))
  jobs=''
  while ((SECONDS < until)); do
    job
    jobs+=" $megabytes MB $seconds s,"
    if [[ $number -ge 2 && $edited == 0 ]] && grep -q 'were changed' "$folder/log"; then
      edited=1
      echo "the edit was found $(((SECONDS - began))) s after it was made"
    fi
    [[ $number == 2 && -z ${began:-} ]] && began=$((SECONDS - 3))
    sleep 5
  done
  echo "pass $number:${jobs%,}"
done
