# The service as an image. Both bases can be replaced, such as by those of a registry of your own:
#   docker build --build-arg BUILD_IMAGE=... --build-arg RUNTIME_IMAGE=... -t gamma-replay .
# BUILD_IMAGE has Maven and a JDK 25, RUNTIME_IMAGE a JRE 25 and curl.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml .
# What the build needs is fetched into a layer of its own, so that changes of the sources do not fetch it again.
RUN mvn -B -ntp -q -Dmaven.test.skip -Dspotless.check.skip -Dspring-boot.repackage.skip package
COPY src/main src/main
RUN mvn -B -ntp -q -Dmaven.test.skip -Dspotless.check.skip package
# Dependencies apart from the application, as layers. SQLite's library is unpacked here: at run time there may be no folder
# that can be written and executed from.
RUN java -Djarmode=tools -jar target/gamma-replay-*.jar extract --layers --destination layers \
      --application-filename gamma-replay.jar \
 && mkdir native \
 && cd native \
 && jar -xf ../layers/dependencies/lib/sqlite-jdbc-*.jar "org/sqlite/native/Linux/$(uname -m)" \
 && mv "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" . \
 && rm -r org

FROM ${RUNTIME_IMAGE} AS application
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/native/ native/
COPY --from=build /build/layers/application/ ./
COPY --from=build /build/target/classes/META-INF/sbom/application.cdx.json sbom.cdx.json
COPY docker/java.args ./

# Starts the service once, works with it, and keeps what the JVM learned: JEP 483, 514, 515.
FROM application AS training
COPY docker/train.sh /training/
RUN /training/train.sh

FROM application
COPY --from=training /app/gamma-replay.aot ./
RUN install -d -o 10001 -g 10001 /var/lib/gamma-replay && install -d /data
USER 10001:10001
ENV GAMMA_HOME=/var/lib/gamma-replay \
    GAMMA_DATA_DIR=/data \
    SERVER_ADDRESS=0.0.0.0 \
    SQLITE_TMPDIR=/var/lib/gamma-replay
VOLUME /var/lib/gamma-replay
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD curl -fsS -o /dev/null "http://127.0.0.1:${SERVER_PORT:-8080}/actuator/health/readiness"
ENTRYPOINT ["java", "@/app/java.args", "-XX:AOTCache=/app/gamma-replay.aot", "-jar", "/app/gamma-replay.jar"]
ARG REVISION=unknown
LABEL org.opencontainers.image.title="gamma-replay" \
      org.opencontainers.image.description="Replays recorded 0DTE option markets through the trading bot's own decision code, as jobs" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
