package com.gammareplay.access;

import com.gammareplay.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A key as the settings have it. Keys are random and long, so that one round of a hash is enough to keep them.
 *
 * @param name of the holder, for logs and rates
 * @param sha256 hash of the key in hexadecimal
 */
public record ApiKey(String name, Scope scope, String sha256) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int RANDOM_BYTES = 32;

    public ApiKey {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidApiKeyException("the name of a key must be 1 to 64 letters, digits, dots or dashes");
        }
        if (!HASH.matcher(sha256).matches()) {
            throw new InvalidApiKeyException("the hash of a key must be 64 hexadecimal digits");
        }
    }

    /**
     * Reads {@code name:scope:sha256}.
     *
     * @throws InvalidApiKeyException if it is something else
     */
    public static ApiKey of(String setting) {
        var parts = setting.strip().split(":", -1);
        if (parts.length != 3) {
            throw new InvalidApiKeyException("a key must be set as name:scope:sha256");
        }
        return new ApiKey(parts[0], Scope.of(parts[1]), parts[2]);
    }

    /** What {@link #of} reads. */
    public String setting() {
        return name + ":" + scope.label() + ":" + sha256;
    }

    /** A new key, to be given to its holder. */
    public static String generate() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return "gr_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The hash of a key, as settings have it. */
    public static String hash(String key) {
        return Sha256.hex(key);
    }

    /** Compares in constant time. */
    boolean is(byte[] digest) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), digest);
    }

    static byte[] digest(String key) {
        return Sha256.begin().digest(key.getBytes(StandardCharsets.UTF_8));
    }
}
