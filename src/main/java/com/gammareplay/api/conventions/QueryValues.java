package com.gammareplay.api.conventions;

import com.gammareplay.bot.NearestName;
import com.gammareplay.replay.InvalidRequestException;
import com.gammareplay.replay.InvalidRequestException.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the parameters of a query one by one, and notes each that is not what it must be. */
public final class QueryValues {

    private final HttpServletRequest request;
    private final List<Problem> problems = new ArrayList<>();

    /** The parameters of a request that may have these. */
    public QueryValues(HttpServletRequest request, Collection<String> names) {
        this.request = request;
        request.getParameterMap().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problem(name, "unknown parameter" + NearestName.hint(name, names)));
    }

    /** What a parameter says; null without one. */
    public @Nullable String text(String name) {
        return request.getParameter(name);
    }

    /** One of a set of names; the first one if it is something else, which is noted. */
    public @Nullable String oneOf(String name, Collection<String> known) {
        var value = text(name);
        if (value != null && !known.contains(value)) {
            problem(name, "must be one of " + String.join(", ", known) + NearestName.hint(value, known));
            return null;
        }
        return value;
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
            problem(name, "must be a date, YYYY-MM-DD");
            return null;
        }
    }

    /** Refuses the request if anything was noted. */
    public void requireNoProblem() {
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
    }

    private void problem(String name, String message) {
        problems.add(new Problem(
                "/" + Optional.of(name).filter(n -> n.length() < 100).orElse("…"), message));
    }
}
