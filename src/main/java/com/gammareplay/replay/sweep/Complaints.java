package com.gammareplay.replay.sweep;

import com.gammareplay.replay.InvalidRequestException;
import com.gammareplay.replay.InvalidRequestException.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request, as far as one wants to read: a list of values can be wrong many times. */
final class Complaints {

    private static final int MOST_SHOWN = 100;

    private final List<Problem> problems = new ArrayList<>();

    void add(String pointer, String message) {
        if (!isFull()) {
            problems.add(new Problem(pointer, message));
        }
    }

    /** True if nothing more is taken, so that nobody need find the words. */
    boolean isFull() {
        return problems.size() >= InvalidRequestException.MOST_PROBLEMS;
    }

    List<Problem> list() {
        return problems;
    }

    boolean isEmpty() {
        return problems.isEmpty();
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

    /** A name as a reference token of a JSON pointer (RFC 6901), shortened so that answers stay short. */
    static String escaped(String name) {
        var shown = name.length() > MOST_SHOWN ? name.substring(0, MOST_SHOWN) + "…" : name;
        return shown.replace("~", "~0").replace("/", "~1");
    }
}
