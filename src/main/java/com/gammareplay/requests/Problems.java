package com.gammareplay.requests;

import com.gammareplay.requests.InvalidRequestException.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request, as far as one wants to read: a list of values can be wrong many times. */
final class Problems {

    private static final int MOST_SHOWN = 100;

    private final List<Problem> list = new ArrayList<>();

    void add(String pointer, String message) {
        if (!isFull()) {
            list.add(new Problem(pointer, message));
        }
    }

    /** Adds a problem, unless there is one of the same place. */
    void addNew(String pointer, String message) {
        if (list.stream().noneMatch(problem -> problem.pointer().equals(pointer))) {
            add(pointer, message);
        }
    }

    /** Adds the problems of a part, which know only their place in it. */
    void addBelow(String pointer, List<Problem> found) {
        found.forEach(problem -> add(pointer + problem.pointer(), problem.message()));
    }

    /** True if nothing more is taken, so that nobody need find the words. */
    boolean isFull() {
        return list.size() >= InvalidRequestException.MOST_PROBLEMS;
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    List<Problem> list() {
        return list;
    }

    /** @throws InvalidRequestException if there are problems */
    void requireNone() {
        if (!isEmpty()) {
            throw new InvalidRequestException(list);
        }
    }

    /**
     * What comes of fields of which these are the problems. What is wrong with a field is not said again of what it
     * stands for.
     *
     * @throws InvalidRequestException naming these problems and those that are found now
     */
    <T> T joinedBy(Supplier<T> reading) {
        T read;
        try {
            read = reading.get();
        } catch (InvalidRequestException e) {
            var known = List.copyOf(list);
            e.problems().stream()
                    .filter(problem -> isElsewhere(problem.pointer(), known))
                    .forEach(problem -> add(problem.pointer(), problem.message()));
            throw new InvalidRequestException(list);
        }
        requireNone();
        return read;
    }

    private static boolean isElsewhere(String pointer, List<Problem> known) {
        return known.stream()
                .map(Problem::pointer)
                .noneMatch(other -> pointer.equals(other) || pointer.startsWith(other + "/"));
    }

    /** A whole number in an inclusive range; empty, with a complaint, if it is none or not given. */
    OptionalLong whole(String pointer, @Nullable BigDecimal number, long least, long most) {
        if (number != null
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.compareTo(BigDecimal.valueOf(number.longValue())) == 0) {
            return OptionalLong.of(number.longValue());
        }
        add(pointer, "must be a whole number from " + least + " to " + most);
        return OptionalLong.empty();
    }

    /** Complains of a text that is too long, or that cannot be shown. */
    void requireReadable(String pointer, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            add(pointer, "must have at most " + most + " characters");
        }
        if (text.codePoints().anyMatch(Problems::isUnreadable)) {
            add(pointer, "must not contain control characters or halves of surrogate pairs");
        }
    }

    private static boolean isUnreadable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** A name as a reference token of a JSON pointer (RFC 6901). */
    static String escaped(String name) {
        return shortened(name).replace("~", "~0").replace("/", "~1");
    }

    /** A name that somebody gave, short enough for an answer. */
    static String shortened(String name) {
        return name.length() > MOST_SHOWN ? name.substring(0, MOST_SHOWN) + "…" : name;
    }
}
