package com.gammareplay.statistics;

import com.gammareplay.trading.Ledger;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers of a run. */
public record Summary(Map<ResultNumber, Figure> figures) {

    /** All of them, from what the run did with its account. */
    public static Summary of(Ledger run, AccountHistory history) {
        return of(List.of(ResultNumber.values()), new Calculation(run, history));
    }

    /** Those by which runs are compared. */
    public static Summary headline(Ledger run) {
        return of(ResultNumber.HEADLINE, new Calculation(run));
    }

    static Summary of(Collection<ResultNumber> numbers, Calculation calculation) {
        var figures = new EnumMap<ResultNumber, Figure>(ResultNumber.class);
        numbers.forEach(number -> figures.put(number, number.of(calculation)));
        return new Summary(Collections.unmodifiableMap(figures));
    }

    /** Those by which runs are compared. */
    public Summary headline() {
        var headline = new EnumMap<>(figures);
        headline.keySet().retainAll(ResultNumber.HEADLINE);
        return new Summary(Collections.unmodifiableMap(headline));
    }

    /** One of them that is there. */
    public Figure get(ResultNumber number) {
        return Objects.requireNonNull(figures.get(number));
    }

    /** One of them as users see it, null if it is missing. */
    public @Nullable Number shown(ResultNumber number) {
        return number.shown(get(number));
    }

    /** Some of them by name as users see them, null for those that are missing. */
    public Map<String, @Nullable Number> shown(Collection<ResultNumber> numbers) {
        var shown = new LinkedHashMap<String, @Nullable Number>();
        numbers.forEach(number -> shown.put(number.label(), shown(number)));
        return shown;
    }

    /** Why those that are missing are so, by name. */
    public Map<String, String> reasons() {
        var reasons = new LinkedHashMap<String, String>();
        figures.forEach((number, figure) -> {
            if (figure instanceof Figure.Missing(var reason)) {
                reasons.put(number.label(), reason);
            }
        });
        return reasons;
    }
}
