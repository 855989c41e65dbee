#!/usr/bin/env bash
# Runs the JMH benchmarks of src/jmh/java, with what they allocate: scripts/jmh.sh [REGEX...]
set -euo pipefail
cd "$(dirname "$0")/.."
maven_arguments=(-Pjmh)
source scripts/test-classes.sh
run_test_class org.openjdk.jmh.Main -f 1 -wi 5 -w 1 -i 5 -r 1 -prof gc -jvmArgsAppend --enable-native-access=ALL-UNNAMED \
  -jvmArgsAppend -Dlogging.level.root=warn "${@:-.}"
