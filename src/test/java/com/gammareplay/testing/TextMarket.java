package com.gammareplay.testing;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.Coverage;
import com.gammareplay.marketdata.columns.ChainColumns;
import com.gammareplay.marketdata.columns.IndexDay;
import com.gammareplay.marketdata.columns.PeakColumns;
import com.gammareplay.marketdata.columns.PriceColumns;
import com.gammareplay.marketdata.columns.QuoteColumnsBuilder;
import com.gammareplay.marketdata.columns.RecordedColumns;
import com.gammareplay.marketdata.columns.RecordedDay;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionChain;
import com.gammareplay.model.Right;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A recorded session written as text, one row a line, times in New York; a later line replaces an earlier one of the same
 * instant and thing. {@code -} stands for null, lines that start with {@code #} are comments.
 *
 * <pre>
 * 09:59:40 SPX peak 6050               rank 1 strike
 * 09:59:40 SPX peak 6050 6055          ... with the pin between competing peaks
 * 09:59:40 SPX context 6050.00 14.00   market context: price, VIX
 * 09:59:40 SPX snapshot 6050.00 14.00 C6050:0.004:1000   option snapshot: price, VIX, right and strike:gamma:open interest
 * 10:00:00 SPX C6070 2.00 2.02         leg price: bid, ask
 * 10:00:00..16:00:00/30 SPX P6030 2.00 2.02              every 30 seconds
 * </pre>
 */
public final class TextMarket {

    private final LocalDate date;
    private final long end;
    private final Map<Index, Rows> indices = new EnumMap<>(Index.class);
    private final Map<String, Long> times = new HashMap<>();
    private int lines;

    private static final class Rows {
        private final QuoteColumnsBuilder quotes = new QuoteColumnsBuilder();
        private final TreeMap<Long, PriceColumns.Row> context = new TreeMap<>();
        private final TreeMap<Long, PriceColumns.Row> snapshots = new TreeMap<>();
        private final TreeMap<Long, PeakColumns.Row> peaks = new TreeMap<>();
        private final TreeMap<Long, OptionChain> chains = new TreeMap<>();
    }

    private TextMarket(LocalDate date, long end) {
        this.date = date;
        this.end = end;
    }

    /** The market that some texts describe, one after the other; every index of the list is there, if only empty. */
    public static RecordedColumns of(LocalDate date, List<Index> indices, List<String> texts) {
        return of(date, indices, texts, LocalTime.of(23, 59, 59));
    }

    /** The same without everything that was recorded after a time. */
    public static RecordedColumns of(LocalDate date, List<Index> indices, List<String> texts, LocalTime end) {
        var market = new TextMarket(date, NewYork.epochSecond(date, end));
        indices.forEach(index -> market.indices.put(index, new Rows()));
        texts.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(market::line);
        return market.build();
    }

    private void line(String line) {
        var words = Arrays.stream(line.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        var rows = indices.computeIfAbsent(Index.valueOf(words.get(1)), _ -> new Rows());
        var arguments = words.subList(3, words.size());
        lines++;
        for (var instant : instants(words.getFirst())) {
            if (instant <= end) {
                row(rows, instant, words.get(2), arguments);
            }
        }
    }

    private List<Long> instants(String when) {
        var parts = when.split("\\.\\.|/", -1);
        var first = instant(parts[0]);
        if (parts.length == 1) {
            return List.of(first);
        }
        var instants = new ArrayList<Long>();
        for (var instant = first; instant <= instant(parts[1]); instant += Long.parseLong(parts[2])) {
            instants.add(instant);
        }
        return instants;
    }

    private long instant(String time) {
        return times.computeIfAbsent(time, text -> NewYork.epochSecond(date, LocalTime.parse(text)));
    }

    private void row(Rows rows, long instant, String what, List<String> arguments) {
        switch (what) {
            case "peak" ->
                rows.peaks.put(
                        instant,
                        new PeakColumns.Row(
                                instant,
                                Double.parseDouble(arguments.getFirst()),
                                arguments.size() > 1 ? number(arguments.get(1)) : null));
            case "context" -> rows.context.put(instant, price(instant, arguments));
            case "snapshot" -> {
                rows.snapshots.put(instant, price(instant, arguments));
                rows.chains.put(instant, chain(arguments.subList(2, arguments.size())));
            }
            default -> quote(rows, instant, what, arguments);
        }
    }

    private void quote(Rows rows, long instant, String contract, List<String> arguments) {
        var bid = orZero(cents(arguments.get(0)));
        var ask = orZero(cents(arguments.get(1)));
        rows.quotes.add(lines, instant, right(contract), (int) Cents.of(strike(contract)), bid, ask < bid ? 0 : ask);
    }

    private static Right right(String contract) {
        return contract.startsWith("C") ? Right.CALL : Right.PUT;
    }

    private static double strike(String contract) {
        return Double.parseDouble(contract.substring(1));
    }

    private static PriceColumns.Row price(long instant, List<String> arguments) {
        return new PriceColumns.Row(instant, cents(arguments.get(0)), number(arguments.get(1)));
    }

    private static OptionChain chain(List<String> contracts) {
        return new OptionChain(contracts.stream().map(TextMarket::entry).toList());
    }

    private static OptionChain.Entry entry(String contract) {
        var parts = contract.split(":", -1);
        return new OptionChain.Entry(
                strike(parts[0]), right(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    private static @Nullable Double number(String word) {
        return word.equals("-") ? null : Double.valueOf(word);
    }

    private static @Nullable Long cents(String word) {
        return word.equals("-") ? null : (Long) Cents.of(Double.parseDouble(word));
    }

    private static int orZero(@Nullable Long cents) {
        return cents == null ? 0 : Math.toIntExact(cents);
    }

    private RecordedColumns build() {
        var days = new ArrayList<RecordedDay>();
        indices.forEach((index, rows) -> days.add(RecordedDay.of(
                new IndexDay(
                        index,
                        rows.quotes.build(),
                        new PriceColumns(List.copyOf(rows.context.values())),
                        new PriceColumns(List.copyOf(rows.snapshots.values())),
                        new PeakColumns(List.copyOf(rows.peaks.values())),
                        new ChainColumns(rows.chains)),
                new Coverage(index, lines, rows.quotes.size(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))));
        return new RecordedColumns(days);
    }
}
