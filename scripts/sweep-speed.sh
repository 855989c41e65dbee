#!/usr/bin/env bash
# Times sweeps of 1,000 and 10,000 combinations over the SPX of the month that benchmark.sh makes, its sessions being in
# memory: scripts/sweep-speed.sh [FOLDER [THREADS [RUNS]]]
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-target/benchmark}
if [[ ! -f $folder/data/month.db ]]; then
  echo "sweep-speed.sh: there is no $folder/data/month.db; run scripts/benchmark.sh $folder 1" >&2
  exit 1
fi
mvn -B -q -ntp test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test-classpath
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
for combinations in 1000 10000; do
  "$java" -Xmx2g --enable-native-access=ALL-UNNAMED -Dlogging.level.root=warn \
    -cp "target/test-classes:target/classes:$(<target/test-classpath)" com.gammareplay.replay.sweep.SweepSpeed \
    "$folder/data" month SPX 2026-01-02 2026-01-30 "$combinations" "${2:-2}" "${3:-4}"
done
