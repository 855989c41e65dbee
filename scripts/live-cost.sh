#!/usr/bin/env bash
# What a whole paper session of both indices costs, and its parity check: CPU seconds, peak of the heap and of what the
# process has in memory. The day of the demo goes by as fast as it can; at real time the same work is spread over the day.
# Needs GNU time: scripts/live-cost.sh [DATE]
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/test-classes.sh
date=${1:-2025-11-25}
folder=target/live-cost
rm -rf "$folder"
mkdir -p "$folder"
# Runs a command; prints what it took.
measured() {
  local name=$1
  shift
  /usr/bin/time -o "$folder/$name.time" -f '%e %U %S %M' \
    "$test_java" --enable-native-access=ALL-UNNAMED -Xmx512m -XX:+UseParallelGC "-Xlog:gc:file=$folder/$name.gc" \
    -cp "target/classes:$(<target/test-classpath)" com.gammareplay.Application "$@" --home "$folder/home" \
    >"$folder/$name.out" 2>"$folder/$name.err"
  awk -v name="$name" -v peaks="$(sed -n 's/.* \([0-9]*\)M->\([0-9]*\)M.*/\1 \2/p' "$folder/$name.gc" |
    awk '$1 > most {most = $1} $2 > kept {kept = $2} END {if (NR) printf "heap up to %d MB, %d MB of it after a collection", most, kept; else printf "heap never collected"}')" \
    '{printf "%s: %.1f s, CPU %.1f s (user %.1f, system %.1f), resident %d MB, %s\n", name, $1, $2 + $3, $2, $3, $4 / 1024, peaks}' \
    "$folder/$name.time"
}
measured paper paper --source demo --date "$date" --speed 1000000
recording=$(ls "$folder"/home/recordings/*.db)
measured parity parity "$(basename "$recording" .db)"
cat "$folder/parity.out"
echo "recording: $(($(stat -c %s "$recording") / 1000000)) MB"
