#!/usr/bin/env bash
# What the AOT cache of the image does: starts the image with and without it, in turns, and measures each start, the first
# backtest and the first sweep of 1,000 combinations on the demo, of which nothing is kept, and the first backtest after one
# more start. Prints the medians.
# Needs an engine and the image: docker build -t gamma-replay .
#   scripts/container-start.sh [ROUNDS] [IMAGE]
set -euo pipefail
rounds=${1:-5}
image=${2:-gamma-replay}
port=18099
api=http://127.0.0.1:$port/api/v1
home=gamma-replay-measured
results=$(mktemp)

cleanup() {
  docker rm -f "$home" >/dev/null 2>&1 || true
  docker volume rm "$home" >/dev/null 2>&1 || true
  rm -f "$results"
}
trap cleanup EXIT
cleanup

start() { # with or without the cache
  local options=(-d --name "$home" -p "127.0.0.1:$port:8080" -v "$home:/var/lib/gamma-replay"
    -e GAMMA_ALLOW_ANONYMOUS=true -e GAMMA_PREPARE_ENABLED=false)
  if [[ $1 == with ]]; then
    docker run "${options[@]}" "$image" >/dev/null
  else
    docker run "${options[@]}" --entrypoint java "$image" @/app/java.args -jar /app/gamma-replay.jar >/dev/null
  fi
  await ready
}
ready() { curl -fs -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness"; }
await() { for _ in $(seq 600); do if "$@" 2>/dev/null; then return; fi; sleep 0.05; done; echo "in vain: $*" >&2; exit 1; }
field() { grep -o "\"$1\" *: *\"[^\"]*\"" | head -n 1 | cut -d'"' -f4; }
ended() { curl -fs "$api/$1" | grep -q '"status" *: *"SUCCEEDED"'; }
# Submits a job; says how long it took by its own times, for polling often would take a processor away from it.
run() {
  local id job
  id=$(curl -fsS "$api/$1" -H 'Content-Type: application/json' -d "$2" | field id)
  sleep 1
  await ended "$1/$id"
  job=$(curl -fsS "$api/$1/$id")
  between "$(date -d "$(field createdAt <<<"$job")" +%s.%N)" "$(date -d "$(field finishedAt <<<"$job")" +%s.%N)"
}
between() { awk -v from="$1" -v to="$2" 'BEGIN {printf "%.3f", to - from}'; }
cpu() { docker exec "$home" cat /proc/1/stat | awk '{print ($14 + $15) / 100}'; }

start with # makes the demo
docker rm -f "$home" >/dev/null
ten='[0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4]'
for _ in $(seq "$rounds"); do
  for cache in with without; do
    docker run --rm -v "$home:/home" --entrypoint rm "$image" -rf /home/cache
    began=$(date +%s.%N)
    start "$cache"
    healthy=$(between "$began" "$(date +%s.%N)")
    cpu=$(cpu)
    backtest=$(run backtests '{}')
    sweep=$(run sweeps "{\"base\": {\"indices\": [\"SPX\"]}, \"grid\": {\"minCredit\": $ten, \"trailingArm\": $ten, \"maxOpenPositions\": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}}")
    docker restart "$home" >/dev/null
    await ready
    kept=$(run backtests '{}')
    echo "$cache $healthy $cpu $backtest $sweep $kept" | tee -a "$results" >&2
    docker rm -f "$home" >/dev/null
  done
done

median() { awk -v c="$1" -v n="$2" '$1 == c {print $n}' "$results" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
echo "| median of $rounds rounds | with the cache | without | with / without |"
echo "|---|---|---|---|"
number=2
for what in 'docker run until ready, s' 'processor until ready, s' 'first backtest, accepted to finished, s' 'first 1,000 combinations, accepted to finished, s' \
  'first backtest after a restart, of kept days, s'; do
  awk -v w="$what" -v a="$(median with $number)" -v b="$(median without $number)" \
    'BEGIN {printf "| %s | %.2f | %.2f | %.2f |\n", w, a, b, a / b}'
  number=$((number + 1))
done
