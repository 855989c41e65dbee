#!/bin/sh
# The training run of the image: starts the service as the image will, makes the demo, replays and sweeps it, asks for what
# clients ask for, and stops it. The JVM then writes what it learned to gamma-replay.aot.
set -eu
api=http://127.0.0.1:8080/api/v1
json='Content-Type: application/json'
export GAMMA_HOME=/tmp/training GAMMA_PREPARE_ENABLED=false

java @/app/java.args -Xlog:disable -Xlog:all=error:stderr -XX:AOTCacheOutput=/app/gamma-replay.aot \
  -jar /app/gamma-replay.jar &
service=$!
trap 'kill -9 "$service" 2>/dev/null || true' EXIT

# Repeats a command until it succeeds, two minutes at most.
await() {
  for _ in $(seq 240); do
    if "$@"; then return; fi
    kill -0 "$service"
    sleep 0.5
  done
  echo "train.sh: in vain: $*" >&2
  exit 1
}
ready() { curl -fs -o /dev/null http://127.0.0.1:8080/actuator/health/readiness; }
ended() { curl -fsS "$api/$1" | grep -q '"status" *: *"SUCCEEDED"'; }
# Submits a job and waits for its end; says where it is.
run() {
  id=$(curl -fsS "$api/$1" -H "$json" -d "$2" | sed -n 's/.*"id" *: *"\([^"]*\)".*/\1/p' | head -n 1)
  await ended "$1/$id"
  echo "$1/$id"
}
look() { curl -fsS -o /dev/null "$@"; }

await ready
for preset in live january live january live january live january; do
  rm -rf "$GAMMA_HOME/cache" # to read the recording each time
  job=$(run backtests "{\"preset\": \"$preset\"}")
  look "$api/$job/result" "$api/$job/trades" "$api/$job/decisions" "$api/$job/events"
  look "$api/$job/trades" -H 'Accept: text/csv'
done
job=$(run backtests '{"parameters": {"gexSource": "RECOMPUTED", "brokenWing": true, "otmFallback": true}}')
values='[0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4]'
job=$(run sweeps "{\"base\": {}, \"grid\": {\"minCredit\": $values, \"trailingArm\": $values, \"maxOpenPositions\": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}}")
look "$api/$job/results"
look "$api/backtests" "$api/sweeps" "$api/datasets" "$api/strategies" "$api/queue" http://127.0.0.1:8080/actuator/prometheus

trap - EXIT
kill -TERM "$service"
wait "$service" || true # 143 after SIGTERM
rm -r "$GAMMA_HOME"
test -s /app/gamma-replay.aot
