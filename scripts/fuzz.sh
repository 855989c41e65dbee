#!/usr/bin/env bash
# Sends requests that no decent client would send: scripts/fuzz.sh [REQUESTS]
set -euo pipefail
cd "$(dirname "$0")/.."
exec mvn -B -ntp test -Ptrials -Dtest=HostileRequestsTest -Dgamma.fuzz="${1:-10000}"
