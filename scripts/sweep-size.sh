#!/usr/bin/env bash
# How long sweeps of 1,000 combinations take as whole jobs, without and with their intervals, on sessions that are kept: from
# startedAt to finishedAt. Without a recording it makes a month of its own and sweeps SPX on two of its sessions and on all.
# Needs jq: scripts/sweep-size.sh [RECORDING.db]
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/test-classes.sh
folder=target/sweep-size
port=18098
api=http://127.0.0.1:$port/api/v1
rm -rf "$folder"
mkdir -p "$folder/data"
if [[ -n ${1:-} ]]; then
  cp "$1" "$folder/data/swept.db"
else
  run_test_class com.gammareplay.Application generate --output "$folder/data/swept.db" --start 2026-01-02 --sessions 21 >/dev/null
fi
"$test_java" --enable-native-access=ALL-UNNAMED -Xmx1g -XX:+UseParallelGC \
  -cp "target/classes:$(<target/test-classpath)" com.gammareplay.Application --server.port=$port --gamma.home="$folder/home" \
  --gamma.data-dir="$folder/data" >"$folder/log" 2>&1 &
service=$!
trap 'kill "$service"; wait "$service" || true' EXIT
until curl -fs -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness"; do
  kill -0 "$service"
  sleep 0.2
done
until dataset=$(curl -fsS "$api/datasets/swept") && jq -e '.status == "READY"' <<<"$dataset" >/dev/null; do sleep 0.2; done
# Sweeps sessions up to a date; prints the seconds that the job took.
seconds() {
  local id job
  id=$(jq -n --arg to "$1" --argjson intervals "$2" '{base: {dataset: "swept", indices: ["SPX"], to: $to}, $intervals, grid: {
    minCredit: [range(10) | 0.5 + . / 10], stopLoss: [range(10) | -0.3 + . / 50], trailingDistance: [range(10) | 0.02 + . / 200]}}' |
    curl -fsS "$api/sweeps" -H 'Content-Type: application/json' -d @- | jq -r .id)
  until job=$(curl -fsS "$api/sweeps/$id") && jq -e '.finishedAt != null' <<<"$job" >/dev/null; do sleep 0.1; done
  jq -e '.status == "SUCCEEDED"' <<<"$job" >/dev/null
  jq -r '.startedAt, .finishedAt' <<<"$job" | xargs -I{} date -d {} +%s.%N | paste -sd' ' | awk '{printf "%.2f ", $2 - $1}'
}
second=$(curl -fsS "$api/datasets/swept/coverage?index=SPX" | jq -r '[.sessions[].session][1]')
for to in "$second" "$(jq -r .lastSession <<<"$dataset")"; do
  for intervals in false true; do
    echo "SPX to $to, intervals $intervals: $(for _ in 1 2 3 4 5; do seconds "$to" "$intervals"; done)s"
  done
done
