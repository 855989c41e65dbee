package com.gammareplay.config;

import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the replicas of a cluster keep their jobs. Shows neither address, which may hold a password, nor password.
 *
 * @param url of a database of PostgreSQL, as its driver wants it; null outside of a cluster
 * @param username null if the address has it
 * @param password null if there is none, or the address has it
 */
@ConfigurationProperties("gamma.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {

    private static final String SCHEME = "jdbc:postgresql:";
    /** As other programs take them; the driver would take them for the name of a host, and show it. */
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/?]*@");

    private static final String SETTING = "GAMMA_DATABASE_URL (gamma.database.url)";

    DatabaseSettings(
            @DefaultValue("") String url, @DefaultValue("") String username, @DefaultValue("") String password) {
        this.url = url.isBlank() ? null : url.strip();
        this.username = username.isEmpty() ? null : username;
        this.password = password.isEmpty() ? null : password;
    }

    /**
     * The address of the database that replicas share.
     *
     * @throws StartRefusedException if there is none, not one of PostgreSQL, or one with a user or a password in front
     */
    String requireUrl() {
        if (url == null || !url.startsWith(SCHEME)) {
            throw new StartRefusedException(
                    "The profile cluster needs a database of PostgreSQL, named by " + SETTING + ".",
                    "Set it, such as to " + SCHEME + "//HOST:5432/DATABASE, or leave the profile out.");
        }
        if (CREDENTIALS.matcher(url).find()) {
            throw new StartRefusedException(
                    SETTING + " has a user before its host.",
                    "Set GAMMA_DATABASE_USERNAME and GAMMA_DATABASE_PASSWORD instead.");
        }
        return url;
    }

    /** Who connects, as the driver wants it. */
    Properties credentials() {
        var credentials = new Properties();
        if (username != null) {
            credentials.setProperty("user", username);
        }
        if (password != null) {
            credentials.setProperty("password", password);
        }
        return credentials;
    }

    /**
     * Makes sure that nobody believes to have a cluster who has none.
     *
     * @throws StartRefusedException if a database is named
     */
    void requireNone() {
        if (url != null) {
            throw new StartRefusedException(
                    SETTING + " is used by the profile cluster alone, which is not active.",
                    "Add cluster to SPRING_PROFILES_ACTIVE, or leave the setting out.");
        }
    }

    @Override
    public String toString() {
        return "DatabaseSettings";
    }
}
