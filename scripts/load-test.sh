#!/usr/bin/env bash
# Submits and polls (500 a second) while a worker replays, then as fast as it goes; fails if a call does, or if the slowest
# hundredth of submissions takes over 100 ms: scripts/load-test.sh [SECONDS [WARM-UP SECONDS [SUBMISSIONS A SECOND]]]
set -euo pipefail
cd "$(dirname "$0")/.."
exec scripts/trial.sh LoadTrial "${2:-60}" "${1:-60}" "${3:-50}"
