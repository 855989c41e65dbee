package com.gammareplay.bot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a parameter is written: plain values (numbers, text, lists, maps, null) to its own type, and back.
 *
 * @param <T> the type that the rules use
 */
public sealed interface ParameterType<T extends @Nullable Object> {

    /**
     * The value that a plain value stands for.
     *
     * @throws IllegalArgumentException saying what it must be, if it is none
     */
    T read(@Nullable Object plain);

    /** The plain value that {@link #read} takes. */
    @Nullable
    Object write(T value);

    /** The word for the type in listings: number, integer, boolean, string, array. */
    String name();

    /** The accepted range in words, "" where the type says it all. */
    String range();

    private static IllegalArgumentException mustBe(String what, @Nullable Object plain) {
        return new IllegalArgumentException("must be " + what + ", was " + shown(plain));
    }

    private static String shown(@Nullable Object plain) {
        var text = plain instanceof String string ? '"' + string + '"' : String.valueOf(plain);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static List<?> list(@Nullable Object plain, String what) {
        if (plain instanceof List<?> list) {
            return list;
        }
        throw mustBe(what, plain);
    }

    private static <E extends Comparable<? super E>> void requireRising(List<E> values, String what) {
        for (var i = 1; i < values.size(); i++) {
            if (values.get(i).compareTo(values.get(i - 1)) <= 0) {
                throw new IllegalArgumentException(what + " must be sorted and without duplicates, but " + values.get(i)
                        + " follows " + values.get(i - 1));
            }
        }
    }

    /** A finite number in an inclusive range. */
    record Decimal(double least, double most) implements ParameterType<Double> {
        @Override
        public Double read(@Nullable Object plain) {
            if (plain instanceof Number number) {
                var value = number.doubleValue();
                if (value >= least && value <= most) {
                    return value + 0.0; // -0.0 and 0.0 are one value, with one digest
                }
            }
            throw mustBe("a number " + range(), plain);
        }

        @Override
        public Object write(Double value) {
            return value;
        }

        @Override
        public String name() {
            return "number";
        }

        @Override
        public String range() {
            return "from " + plainNumber(least) + " to " + plainNumber(most);
        }

        private static String plainNumber(double bound) {
            return new BigDecimal(bound).toPlainString();
        }
    }

    /** A whole number in an inclusive range; 30.0 is one, 30.5 and "30" are none. */
    record Whole(int least, int most) implements ParameterType<Integer> {
        @Override
        public Integer read(@Nullable Object plain) {
            if (plain instanceof Number number && isWhole(number)) {
                var value = number.doubleValue();
                if (value >= least && value <= most) {
                    return (int) value;
                }
            }
            throw mustBe("a whole number " + range(), plain);
        }

        private static boolean isWhole(Number number) {
            return number instanceof Integer
                    || number instanceof Long
                    || number instanceof BigInteger
                    || number.doubleValue() == Math.rint(number.doubleValue());
        }

        @Override
        public Object write(Integer value) {
            return value;
        }

        @Override
        public String name() {
            return "integer";
        }

        @Override
        public String range() {
            return "from " + least + " to " + most;
        }
    }

    /** true or false. */
    record Flag() implements ParameterType<Boolean> {
        @Override
        public Boolean read(@Nullable Object plain) {
            if (plain instanceof Boolean value) {
                return value;
            }
            throw mustBe("true or false", plain);
        }

        @Override
        public Object write(Boolean value) {
            return value;
        }

        @Override
        public String name() {
            return "boolean";
        }

        @Override
        public String range() {
            return "";
        }
    }

    /** A New York wall time, HH:MM. */
    record Time() implements ParameterType<LocalTime> {
        private static final Pattern FORM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
        private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm", java.util.Locale.ROOT);

        @Override
        public LocalTime read(@Nullable Object plain) {
            if (plain instanceof String text && FORM.matcher(text).matches()) {
                return LocalTime.parse(text);
            }
            throw mustBe("a New York time \"HH:MM\"", plain);
        }

        @Override
        public Object write(LocalTime value) {
            return WRITTEN.format(value);
        }

        @Override
        public String name() {
            return "string";
        }

        @Override
        public String range() {
            return "HH:MM, New York";
        }
    }

    /** Rising New York wall times. */
    record Times() implements ParameterType<List<LocalTime>> {
        private static final Time ONE = new Time();

        @Override
        public List<LocalTime> read(@Nullable Object plain) {
            var times = new ArrayList<LocalTime>();
            for (var element : list(plain, "a list of New York times \"HH:MM\"")) {
                times.add(ONE.read(element));
            }
            requireRising(times, "times");
            return List.copyOf(times);
        }

        @Override
        public Object write(List<LocalTime> value) {
            return value.stream().map(ONE::write).toList();
        }

        @Override
        public String name() {
            return "array";
        }

        @Override
        public String range() {
            return "HH:MM, New York, sorted, no duplicates";
        }
    }

    /** Dates, kept sorted and without duplicates. */
    record Dates() implements ParameterType<List<LocalDate>> {
        private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

        @Override
        public List<LocalDate> read(@Nullable Object plain) {
            var dates = new TreeSet<LocalDate>();
            for (var element : list(plain, "a list of dates \"YYYY-MM-DD\"")) {
                dates.add(date(element));
            }
            return List.copyOf(dates);
        }

        private static LocalDate date(@Nullable Object plain) {
            if (plain instanceof String text && FORM.matcher(text).matches()) {
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeParseException e) {
                    throw new IllegalArgumentException("must be a date of the calendar, was \"" + text + '"', e);
                }
            }
            throw mustBe("a date \"YYYY-MM-DD\"", plain);
        }

        @Override
        public Object write(List<LocalDate> value) {
            return value.stream().map(LocalDate::toString).toList();
        }

        @Override
        public String name() {
            return "array";
        }

        @Override
        public String range() {
            return "YYYY-MM-DD";
        }
    }

    /** A zone of the time zone database. */
    record Zone() implements ParameterType<ZoneId> {
        @Override
        public ZoneId read(@Nullable Object plain) {
            if (plain instanceof String text && ZoneId.getAvailableZoneIds().contains(text)) {
                return ZoneId.of(text);
            }
            throw mustBe("a zone id such as \"UTC\" or \"America/New_York\"", plain);
        }

        @Override
        public Object write(ZoneId value) {
            return value.getId();
        }

        @Override
        public String name() {
            return "string";
        }

        @Override
        public String range() {
            return "a known zone id";
        }
    }

    /** One of the names of an enum. */
    record Choice<E extends Enum<E>>(Class<E> options) implements ParameterType<E> {
        @Override
        public E read(@Nullable Object plain) {
            for (var option : options.getEnumConstants()) {
                if (option.name().equals(plain)) {
                    return option;
                }
            }
            throw mustBe(range(), plain);
        }

        @Override
        public Object write(E value) {
            return value.name();
        }

        @Override
        public String name() {
            return "string";
        }

        @Override
        public String range() {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(options.getEnumConstants())
                                    .map(Enum::name)
                                    .toList());
        }
    }

    /** The points of a profit target: a list of {"hours", "fraction"}, hours rising. */
    record Targets() implements ParameterType<ProfitTarget> {
        private static final Decimal NUMBER = new Decimal(-100, 100);
        private static final String FORM = "a list of {\"hours\": number, \"fraction\": number}";

        @Override
        public ProfitTarget read(@Nullable Object plain) {
            var points = new ArrayList<ProfitTarget.Point>();
            for (var element : list(plain, FORM)) {
                points.add(point(element));
            }
            return new ProfitTarget(points);
        }

        private static ProfitTarget.Point point(@Nullable Object plain) {
            if (plain instanceof Map<?, ?> map
                    && map.size() == 2
                    && map.containsKey("hours")
                    && map.containsKey("fraction")) {
                return new ProfitTarget.Point(NUMBER.read(map.get("hours")), NUMBER.read(map.get("fraction")));
            }
            throw mustBe(FORM, plain);
        }

        @Override
        public Object write(ProfitTarget value) {
            return value.points().stream().map(Targets::written).toList();
        }

        private static Map<String, Object> written(ProfitTarget.Point point) {
            var map = new LinkedHashMap<String, Object>();
            map.put("hours", point.hours());
            map.put("fraction", point.fraction());
            return map;
        }

        @Override
        public String name() {
            return "array";
        }

        @Override
        public String range() {
            return "hours rising, both numbers " + NUMBER.range();
        }
    }

    /** A value that may be left unset by null. */
    record Unset<T>(ParameterType<T> type) implements ParameterType<@Nullable T> {
        @Override
        public @Nullable T read(@Nullable Object plain) {
            return plain == null ? null : type.read(plain);
        }

        @Override
        public @Nullable Object write(@Nullable T value) {
            return value == null ? null : type.write(value);
        }

        @Override
        public String name() {
            return type.name() + " or null";
        }

        @Override
        public String range() {
            return type.range();
        }
    }
}
