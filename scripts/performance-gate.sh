#!/usr/bin/env bash
# Fails if reading, replaying or sweeping takes more than twice as long as it did, each against a scan by sqlite3 of the
# same minute: scripts/performance-gate.sh [rewrite]   (rewrite takes what is measured now as the new baseline)
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/test-classes.sh
run_test_class -Xmx512m com.gammareplay.performance.PerformanceGate \
  target/performance-gate scripts/performance-baseline.properties "$@"
