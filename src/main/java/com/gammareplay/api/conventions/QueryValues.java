package com.gammareplay.api.conventions;

import com.gammareplay.parameters.NearestName;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.InvalidRequestException.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the parameters of a query one by one, and notes each that is not what it must be. */
public final class QueryValues {

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private final HttpServletRequest request;
    private final List<Problem> problems = new ArrayList<>();

    /** The parameters of a request, which are known ones. */
    public QueryValues(HttpServletRequest request) {
        this.request = request;
    }

    /** What a parameter says; null without one. */
    public @Nullable String text(String name) {
        return request.getParameter(name);
    }

    /** One of a set of names; the first one if it is something else, which is noted. */
    public @Nullable String oneOf(String name, Collection<String> known) {
        var value = text(name);
        if (value != null && !known.contains(value)) {
            problems.add(unknown(name, value, known));
            return null;
        }
        return value;
    }

    /** Some of a set of names, with commas between them; those that are something else are noted. */
    public List<String> someOf(String name, Collection<String> known) {
        var value = text(name);
        if (value == null) {
            return List.of();
        }
        var values = List.of(value.split(",", -1));
        values.stream()
                .filter(one -> !known.contains(one))
                .findFirst()
                .ifPresent(one -> problems.add(unknown(name, one, known)));
        return values.stream().filter(known::contains).toList();
    }

    private static Problem unknown(String name, String value, Collection<String> known) {
        return problem(name, "must be one of " + String.join(", ", known) + NearestName.hint(value, known));
    }

    /** One of the constants of an enum. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        var constants = Arrays.asList(type.getEnumConstants());
        var value = oneOf(name, constants.stream().map(Enum::name).toList());
        return value == null ? null : Enum.valueOf(type, value);
    }

    /** A date as it was written; anything else is noted. */
    public @Nullable String date(String name) {
        var value = text(name);
        try {
            return value == null ? null : LocalDate.parse(value).toString();
        } catch (DateTimeParseException _) {
            problems.add(problem(name, "must be a date, YYYY-MM-DD"));
            return null;
        }
    }

    /** A time of day as it was written; anything else is noted. */
    public @Nullable String time(String name) {
        var value = text(name);
        if (value != null && !TIME.matcher(value).matches()) {
            problems.add(problem(name, "must be a time, HH:MM"));
            return null;
        }
        return value;
    }

    /** Refuses the request if anything was noted. */
    public void requireNoProblem() {
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
    }

    /** What is wrong with a parameter; its name is shortened so that answers stay short. */
    static Problem problem(String name, String message) {
        return new Problem("/" + (name.length() < 100 ? name : "…"), message);
    }
}
