#!/usr/bin/env bash
# Kills either of two replicas on PostgreSQL at random moments: scripts/cluster-crash-test.sh [ROUNDS [SEED]]
set -euo pipefail
cd "$(dirname "$0")/.."
exec scripts/trial.sh ClusterTrial "${1:-10}" "${2:-$RANDOM}"
