#!/usr/bin/env bash
# Times the replay of a month of SPX and NDX (about 4.7 million leg prices, 620 MB, made by the project's own
# generator) as a whole process with a heap of 512 MB, beside a plain scan of the same rows by the sqlite3 program.
# Usage: scripts/benchmark.sh [FOLDER] [RUNS]   (FOLDER is kept, so that the recording is made once)
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-target/benchmark}
runs=${2:-3}
if ! ls target/gamma-replay-*.jar >/dev/null 2>&1; then
  mvn -q -B -DskipTests package
fi
jar=$(find target -maxdepth 1 -name 'gamma-replay-*.jar' | head -n 1)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
if [[ ${version:-0} -lt 25 ]]; then
  echo "benchmark.sh: $java is Java ${version:-unknown}; set JAVA_HOME to a JDK 25" >&2
  exit 1
fi
mkdir -p "$folder/data" "$folder/home"
recording=$folder/data/month.db
[[ -f $recording ]] || "$java" -Xmx512m -jar "$jar" generate --output "$recording" --start 2026-01-02 --sessions 21

# Sets wall (seconds) and peak (MiB) of a command, which must succeed.
timed() {
  local figures=$folder/figures
  /usr/bin/time -o "$figures" -f '%e %M' "$@" >/dev/null
  read -r wall peak < <(awk '{printf "%.2f %d\n", $1, $2 / 1024}' "$figures")
}

printf 'machine: %s processors, %s\n' "$(nproc)" "$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2- | xargs)"
printf 'recording: %s bytes, %s leg prices\n' "$(stat -c %s "$recording")" \
  "$(sqlite3 "$recording" 'select count(*) from options_prices_live')"
printf '%-28s %8s %10s\n' 'whole process' 'wall s' 'peak MiB'
for run in $(seq "$runs"); do
  timed sqlite3 "$recording" 'select count(*), sum(bid), sum(ask) from options_prices_live'
  printf '%-28s %8s %10s\n' "sqlite3 scan, run $run" "$wall" "$peak"
  timed "$java" -Xmx512m -jar "$jar" replay --quiet --data-dir "$folder/data" --home "$folder/home" \
    --output "$folder/result.json"
  printf '%-28s %8s %10s\n' "replay, run $run" "$wall" "$peak"
done
