#!/usr/bin/env bash
# Kills the service at random moments with a hundred jobs in flight: scripts/crash-test.sh [ROUNDS [SEED]]
set -euo pipefail
cd "$(dirname "$0")/.."
exec scripts/trial.sh CrashTrial "${1:-10}" "${2:-$RANDOM}"
