#!/usr/bin/env bash
# Fails if a call does. 200 submissions and 500 polls a second while a worker replays: scripts/load-test.sh [SECONDS [WARM-UP SECONDS]]
set -euo pipefail
cd "$(dirname "$0")/.."
exec scripts/trial.sh LoadTrial "${2:-60}" "${1:-15}"
