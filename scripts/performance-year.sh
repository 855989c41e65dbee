#!/usr/bin/env bash
# Replays a month and a year of SPX and NDX with a small heap, and writes docs/performance-year.md anew; takes about six
# minutes and 10 GB.
# Usage: scripts/performance-year.sh [FOLDER]   (FOLDER is kept, so that the recording is made once)
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/test-classes.sh
folder=${1:-target/performance-year}
recording=$folder/data/year.db
mkdir -p "$folder/data"
[[ -f $recording ]] ||
  run_test_class -Xmx512m com.gammareplay.Application generate --output "$recording" --start 2025-01-02 --sessions 250
commit=$(git rev-parse --short HEAD)
git diff --quiet HEAD -- src pom.xml || commit+=" with changes"
run_test_class com.gammareplay.performance.YearReport "$recording" "$folder" docs/performance-year.md "$commit"
