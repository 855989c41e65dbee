#!/usr/bin/env bash
# Submissions and backtests a second of a service on SQLite and of 1, 2, … replicas on PostgreSQL, all on this machine:
# scripts/cluster-load.sh [REPLICAS [WARM-UP SECONDS [SECONDS]]]
set -euo pipefail
cd "$(dirname "$0")/.."
exec scripts/trial.sh ClusterLoadTrial "${1:-3}" "${2:-20}" "${3:-10}"
