package com.gammareplay.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secrets that deliveries are signed with: one, or several while receivers change over. Immutable. */
final class SigningSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final List<SecretKeySpec> keys;

    private SigningSecrets(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * Reads secrets separated by spaces, each {@code whsec_} and 24 to 64 bytes in base64; none if the text is blank.
     *
     * @throws InvalidSecretException without the text, which may be nearly a secret
     */
    static SigningSecrets of(String text) {
        return new SigningSecrets(Arrays.stream(text.strip().split("\\s+"))
                .filter(secret -> !secret.isEmpty())
                .map(SigningSecrets::key)
                .toList());
    }

    private static SecretKeySpec key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new InvalidSecretException();
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException _) { // its message would show a part of the secret
            throw new InvalidSecretException();
        }
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw new InvalidSecretException();
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /**
     * The value of the header webhook-signature: a signature by each secret.
     *
     * @param timestamp seconds since 1970
     */
    String sign(String id, long timestamp, String payload) {
        var content = (id + "." + timestamp + "." + payload).getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + signature(key, content)).collect(Collectors.joining(" "));
    }

    private static String signature(SecretKeySpec key, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
