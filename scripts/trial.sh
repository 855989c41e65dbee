#!/usr/bin/env bash
# Runs a class of the package crash of the tests: scripts/trial.sh CLASS [ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -q -ntp test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test-classpath
# The compiler's own JDK, which need not be the default one.
java=java
for home in ${JAVA_HOME:-} /usr/lib/jvm/*; do
  if [[ -r $home/release ]] && (($(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release") >= 25)); then
    java=$home/bin/java
    break
  fi
done
exec "$java" --enable-native-access=ALL-UNNAMED -Dgamma.trial.tier=4 \
  -cp "target/test-classes:target/classes:$(<target/test-classpath)" "com.gammareplay.crash.$1" "${@:2}"
