package com.gammareplay.marketdata.tradier;

import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an option as the exchanges write it (OCC): root, date, right and strike.
 *
 * @param strike in thousandths of a point
 */
record OptionSymbol(String root, LocalDate expiration, Right right, int strike) {

    private static final Pattern FORM = Pattern.compile("([A-Z0-9]{1,6})(\\d{6})([CP])(\\d{8})");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    /** The symbol of a text, empty if it is none. */
    static Optional<OptionSymbol> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OptionSymbol(
                    parts.group(1),
                    LocalDate.parse(parts.group(2), DATE),
                    parts.group(3).equals("C") ? Right.CALL : Right.PUT,
                    Integer.parseInt(parts.group(4))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The root of the options of an index that are settled by its close; others of the same day are by its open. */
    static String root(Index index) {
        return switch (index) {
            case SPX -> "SPXW";
            case NDX -> "NDXP";
        };
    }

    /** The symbol of a contract that expires on a date. */
    static OptionSymbol of(Index index, LocalDate expiration, OptionContract contract) {
        return new OptionSymbol(root(index), expiration, contract.right(), Math.multiplyExact(contract.strike(), 1000));
    }

    /** The contract; empty if its strike is no whole number of points. */
    Optional<OptionContract> contract() {
        return strike % 1000 == 0 ? Optional.of(new OptionContract(strike / 1000, right)) : Optional.empty();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s%s%s%08d", root, DATE.format(expiration), right == Right.CALL ? "C" : "P", strike);
    }
}
