# Sourced by other scripts: compiles the tests, and defines run_test_class, which runs a class of them.
# Arguments for Maven may stand in the array maven_arguments. Checking sources is the build's business.
mvn -B -q -ntp -Dchecks.phase=none -Dspotless.check.skip ${maven_arguments[@]+"${maven_arguments[@]}"} process-test-classes dependency:build-classpath \
  -DincludeScope=test -Dmdep.outputFile=target/test-classpath
# The compiler's own JDK, which need not be the default one.
test_java=java
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
  if [[ -r $home/release ]] && (($(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release") >= 25)); then
    test_java=$home/bin/java
    break
  fi
done

run_test_class() {
  "$test_java" --enable-native-access=ALL-UNNAMED \
    -cp "target/test-classes:target/classes:$(<target/test-classpath)" "$@"
}
