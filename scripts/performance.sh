#!/usr/bin/env bash
# Measures the engine on a month of SPX and NDX beside a plain scan by the sqlite3 program, and writes
# docs/performance.md anew; takes about ten minutes.
# Usage: scripts/performance.sh [FOLDER [ROUNDS]]   (FOLDER is kept, so that the recording is made once)
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/test-classes.sh
folder=${1:-target/performance}
recording=$folder/data/month.db
mkdir -p "$folder/data"
[[ -f $recording ]] ||
  run_test_class -Xmx512m com.gammareplay.Application generate --output "$recording" --start 2026-01-02 --sessions 21
commit=$(git rev-parse --short HEAD)
git diff --quiet HEAD -- src pom.xml || commit+=" with changes"
run_test_class com.gammareplay.performance.PerformanceReport \
  "$recording" "$folder" docs/performance.md "$commit" "${2:-4}"
