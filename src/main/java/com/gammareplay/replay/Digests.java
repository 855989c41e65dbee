package com.gammareplay.replay;

import com.gammareplay.parameters.ParameterValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 for provenance. */
public final class Digests {

    private Digests() {}

    /** One that nothing was added to. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    /** Over one line {@code name=value} a parameter, in the order of the listing. */
    public static String of(ParameterValues parameters) {
        var digest = sha256();
        parameters
                .plain()
                .forEach((name, value) -> digest.update((name + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
        return hex(digest);
    }

    /** The digest of what was added, in hexadecimal. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
