package com.gammareplay.requests;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Index;
import com.gammareplay.reconciliation.ComparedTrade;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rows of a CSV of trades. */
final class TradeRows {

    private static final int MOST_SHOWN = 40;
    private static final Pattern AMOUNT = Pattern.compile(
            "([+-]?)\\$?((?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,10})(?:\\.[0-9]{1,10})?|\\.[0-9]{1,10})");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,3}");
    private static final BigDecimal MOST_PRICE = BigDecimal.valueOf(10_000);
    private static final BigDecimal MOST_PNL = BigDecimal.valueOf(1_000_000_000);
    private static final int DECIMALS_OF_A_PRICE = 4;

    private final TradeColumns columns;
    private final @Nullable ZoneId zone;

    TradeRows(TradeColumns columns, @Nullable ZoneId zone) {
        this.columns = columns;
        this.zone = zone;
    }

    /** @throws IllegalArgumentException if a row is no trade, saying the first thing that is wrong */
    ComparedTrade read(CsvLines.Line line) {
        if (line.cells().size() != columns.width()) {
            throw new IllegalArgumentException("must have " + columns.width() + " columns, as the header has, had "
                    + line.cells().size());
        }
        return new Row(columns, line, zone).trade();
    }

    static IllegalArgumentException wrong(TradeColumn column, String what) {
        return new IllegalArgumentException(column.label() + " " + what);
    }

    /** A text that somebody gave, short and readable enough for an answer. */
    static String shown(String text) {
        var shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        return shown.isEmpty() ? "\"\"" : shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
    }

    /** The reading of one row. */
    private record Row(
            TradeColumns columns,
            CsvLines.Line line,
            @Nullable ZoneId zone) {

        ComparedTrade trade() {
            var entry = TradeTime.read(required(TradeColumn.ENTRY_TIME), zone);
            var credit = price(TradeColumn.CREDIT, required(TradeColumn.CREDIT));
            if (credit.signum() == 0) {
                throw wrong(TradeColumn.CREDIT, "must be more than 0");
            }
            var exitText = cell(TradeColumn.EXIT_VALUE);
            var exitValue = exitText.isEmpty() ? null : price(TradeColumn.EXIT_VALUE, exitText);
            var contracts = contracts();
            return new ComparedTrade(
                    line.number(),
                    index(),
                    NewYork.date(entry),
                    entry,
                    StrikesReader.read(this::cell),
                    credit,
                    contracts,
                    exit(entry),
                    exitValue,
                    reason(),
                    pnl(credit, exitValue, contracts));
        }

        private String cell(TradeColumn column) {
            return columns.cell(line, column);
        }

        private String required(TradeColumn column) {
            var text = cell(column);
            if (text.isEmpty()) {
                throw wrong(column, "must be given");
            }
            return text;
        }

        /** The options of an index have names of their own. */
        private Index index() {
            return switch (required(TradeColumn.INDEX).toUpperCase(Locale.ROOT)) {
                case "SPX", "SPXW" -> Index.SPX;
                case "NDX", "NDXP" -> Index.NDX;
                default -> throw wrong(TradeColumn.INDEX, "must be SPX or NDX, was " + shown(cell(TradeColumn.INDEX)));
            };
        }

        private static BigDecimal price(TradeColumn column, String text) {
            var price = amount(column, text, DECIMALS_OF_A_PRICE);
            if (price.signum() < 0 || price.compareTo(MOST_PRICE) > 0) {
                throw wrong(column, "must be from 0 to " + MOST_PRICE + " dollars per share, was " + shown(text));
            }
            return price;
        }

        private int contracts() {
            var text = cell(TradeColumn.CONTRACTS);
            if (!text.isEmpty() && !COUNT.matcher(text).matches()) {
                throw wrong(TradeColumn.CONTRACTS, "must be a whole number from 1 to 9999, was " + shown(text));
            }
            return text.isEmpty() ? 1 : Integer.parseInt(text);
        }

        private @Nullable Long exit(long entry) {
            var text = cell(TradeColumn.EXIT_TIME);
            if (text.isEmpty()) {
                return null;
            }
            var exit = TradeTime.read(text, zone);
            if (exit < entry) {
                throw wrong(TradeColumn.EXIT_TIME, "must not be before the entry, was " + text);
            }
            return exit;
        }

        /** In the form of the bot's own reasons. */
        private @Nullable String reason() {
            var text = cell(TradeColumn.EXIT_REASON);
            return text.isEmpty() ? null : shown(text).toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        }

        private long pnl(BigDecimal credit, @Nullable BigDecimal exitValue, int contracts) {
            var text = cell(TradeColumn.PNL);
            if (text.isEmpty()) {
                if (exitValue == null) {
                    throw wrong(TradeColumn.PNL, "must be given, or exitValue: was the trade closed?");
                }
                return ComparedTrade.cents(credit.subtract(exitValue), contracts);
            }
            var pnl = amount(TradeColumn.PNL, text, 2);
            if (pnl.abs().compareTo(MOST_PNL) > 0) {
                throw wrong(TradeColumn.PNL, "must be at most " + MOST_PNL + " dollars, was " + shown(text));
            }
            return pnl.movePointRight(2).longValueExact();
        }

        /** With two decimals at least. */
        private static BigDecimal amount(TradeColumn column, String text, int decimals) {
            var form = AMOUNT.matcher(text);
            if (!form.matches()) {
                throw wrong(column, "must be an amount such as 1250.50, was " + shown(text));
            }
            var amount = new BigDecimal(form.group(1) + form.group(2).replace(",", "")).stripTrailingZeros();
            if (amount.scale() > decimals) {
                throw wrong(column, "must have at most " + decimals + " decimals, was " + text);
            }
            return amount.setScale(Math.max(2, amount.scale()));
        }
    }
}
