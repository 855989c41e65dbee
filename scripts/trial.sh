#!/usr/bin/env bash
# Runs a class of the package crash of the tests: scripts/trial.sh CLASS [ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/test-classes.sh
run_test_class -Dgamma.trial.tier=4 "com.gammareplay.crash.$1" "${@:2}"
