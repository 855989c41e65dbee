package com.gammareplay.bot;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestName {

    private NearestName() {}

    /**
     * The known name with the fewest edits from a given one, letter case aside; the first of several. Empty if there is
     * no known name.
     */
    public static Optional<String> of(String name, Collection<String> known) {
        Optional<String> nearest = Optional.empty();
        var least = Integer.MAX_VALUE;
        var shortened = name.length() > 100 ? name.substring(0, 100) : name; // clients may send names of any length
        for (var candidate : known) {
            var edits = edits(shortened.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < least) {
                least = edits;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /** Levenshtein's distance. */
    private static int edits(String one, String other) {
        var previous = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
