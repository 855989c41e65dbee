package com.gammareplay.api.conventions;

import com.gammareplay.requests.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins, in a form that clients do not look into.
 *
 * @param list which list in which order it is a place in: a cursor of another list is refused
 */
public record Cursor(String list) {

    private static final char SEPARATOR = ' ';

    /** Writes a place. */
    public String write(String place) {
        var text = Integer.toHexString(list.hashCode()) + SEPARATOR + place;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * The page of some items, one more of which was asked for than it may have.
     *
     * @param placeOf where the next page begins, of the last item of this one
     */
    public <T> Page<T> page(List<T> found, int limit, Function<T, String> placeOf) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, limit);
        return new Page<>(items, write(placeOf.apply(items.getLast())));
    }

    /**
     * Reads a place; empty without a cursor.
     *
     * @param reader reads what was written, or throws IllegalArgumentException
     */
    public <T> Optional<T> read(@Nullable String cursor, Function<String, T> reader) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
            var separator = text.indexOf(SEPARATOR);
            if (separator > 0 && text.substring(0, separator).equals(Integer.toHexString(list.hashCode()))) {
                return Optional.of(reader.apply(text.substring(separator + 1)));
            }
        } catch (IllegalArgumentException _) {
            // the same as any other text that was not given out as a cursor
        }
        throw new InvalidRequestException(List.of(new InvalidRequestException.Problem(
                "/cursor", "must be the next of an earlier page with the same filters and order")));
    }
}
