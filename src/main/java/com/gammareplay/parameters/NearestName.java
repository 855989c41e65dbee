package com.gammareplay.parameters;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestName {

    private static final int LETTERS_PER_EDIT = 3;

    private NearestName() {}

    /** A question after the nearest name, to be put behind a complaint; nothing if no name is near. */
    public static String hint(String name, Collection<String> known) {
        return of(name, known).map(nearest -> ", did you mean " + nearest + "?").orElse("");
    }

    /**
     * The known name with the fewest edits from a given one, letter case aside; the first of several. Empty if more
     * than a third of the letters would have to be edited.
     */
    public static Optional<String> of(String name, Collection<String> known) {
        Optional<String> nearest = Optional.empty();
        var least = Integer.MAX_VALUE;
        var shortened = name.length() > 100 ? name.substring(0, 100) : name; // clients may send names of any length
        for (var candidate : known) {
            var edits = edits(shortened.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            var letters = Math.max(shortened.length(), candidate.length());
            if (edits < least && edits * LETTERS_PER_EDIT <= letters) {
                least = edits;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /** How many letters to add, leave out, replace, or swap with their neighbours. */
    private static int edits(String one, String other) {
        var edits = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                var replaced = edits[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                if (isSwap(one, i, other, j)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[one.length()][other.length()];
    }

    private static boolean isSwap(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
