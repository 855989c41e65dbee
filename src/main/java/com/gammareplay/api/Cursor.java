package com.gammareplay.api;

import com.gammareplay.replay.InvalidRequestException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the next page begins, in a form that clients do not look into. */
final class Cursor {

    private Cursor() {}

    static String write(long position) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static long read(@Nullable String text, long first) {
        return text == null ? first : read(text);
    }

    private static long read(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == Long.BYTES) {
                var position = ByteBuffer.wrap(bytes).getLong();
                if (position >= 0) {
                    return position;
                }
            }
        } catch (IllegalArgumentException _) {
            // the same as any other text that was not given out as a cursor
        }
        throw new InvalidRequestException(
                List.of(new InvalidRequestException.Problem("/cursor", "must be the next of an earlier page")));
    }
}
