package com.gammareplay.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, part of each result's provenance. */
public final class BuildVersion {

    private static final String RESOURCE = "/META-INF/build-info.properties";

    private BuildVersion() {}

    /** The version, {@code unknown} if the classes were not built by Maven. */
    public static String current() {
        try (var resource = BuildVersion.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                return "unknown";
            }
            var properties = new Properties();
            properties.load(resource);
            return properties.getProperty("build.version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
