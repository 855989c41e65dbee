package com.gammareplay.cli;

import com.gammareplay.access.Scope;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.NearestName;
import com.gammareplay.parameters.Preset;
import com.gammareplay.requests.RequestDate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says in words what is wrong with one. */
final class Values {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,6})?");

    private Values() {}

    /** Lets a command and those under it read values so. */
    static CommandLine in(CommandLine command) {
        return command.registerConverter(BigInteger.class, Values::whole)
                .registerConverter(long.class, Values::seed)
                .registerConverter(BigDecimal.class, Values::dollars)
                .registerConverter(Double.class, Values::share)
                .registerConverter(LocalDate.class, Values::date)
                .registerConverter(Scope.class, Values::scope)
                .registerConverter(LiveSource.class, Values::source);
    }

    private static BigInteger whole(String text) {
        if (WHOLE.matcher(text).matches()) {
            return new BigInteger(text);
        }
        throw new TypeConversionException(text + " is no whole number");
    }

    private static long seed(String text) {
        var number = whole(text);
        if (number.bitLength() < Long.SIZE) {
            return number.longValue();
        }
        throw new TypeConversionException("must be from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE + ", was " + text);
    }

    private static BigDecimal dollars(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw new TypeConversionException(text + " is no amount, write dollars such as 25000.00");
    }

    private static double share(String text) {
        if (DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))) {
            return Double.parseDouble(text);
        }
        throw new TypeConversionException(text + " is no share, write a number from 0 to 1");
    }

    private static LocalDate date(String text) {
        try {
            return RequestDate.read(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Scope scope(String text) {
        for (var scope : Scope.values()) {
            if (scope.label().equalsIgnoreCase(text)) {
                return scope;
            }
        }
        throw new TypeConversionException("must be read or run, was " + text);
    }

    private static LiveSource source(String text) {
        var labels = Arrays.stream(LiveSource.values()).map(LiveSource::label).toList();
        return LiveSource.find(known(text, labels.stream()))
                .orElseThrow(() -> new TypeConversionException(
                        "must be one of " + String.join(", ", labels) + NearestName.hint(text, labels)));
    }

    static @Nullable List<String> indices(@Nullable List<String> texts) {
        return texts == null ? null : texts.stream().map(Values::index).toList();
    }

    private static String index(String text) {
        return known(text, Arrays.stream(Index.values()).map(Index::name));
    }

    static String preset(String text) {
        return known(text, Arrays.stream(Preset.values()).map(Preset::label));
    }

    static String zone(String text) {
        return known(text, ZoneId.getAvailableZoneIds().stream());
    }

    /** A name as it was typed, which is seen even if it is empty. */
    static String shown(String name) {
        return name.isEmpty() ? "\"\"" : name;
    }

    /** One of some names that was written in other letters; else as it was written. */
    static String known(String text, Stream<String> names) {
        return names.filter(text::equalsIgnoreCase).findFirst().orElse(text);
    }
}
