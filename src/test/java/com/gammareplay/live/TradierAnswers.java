package com.gammareplay.live;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import com.gammareplay.model.Session;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the broker answers, in the forms of its API: one row is an object, several are an array, none is null. */
final class TradierAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter SYMBOL_DATE = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
    private static final DateTimeFormatter UPDATED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Map<String, Index> FUNDS = Map.of("SPY", Index.SPX, "QQQ", Index.NDX);
    private static final Map<String, Index> ROOTS = Map.of("SPXW", Index.SPX, "NDXP", Index.NDX);

    private final Session session;
    private final MarketFeed market;

    TradierAnswers(Session session, MarketFeed market) {
        this.session = session;
        this.market = market;
    }

    String to(Request request, Instant now) {
        var path = request.getUrl().replaceFirst("\\?.*", "");
        var answer = JSON.createObjectNode();
        switch (path) {
            case "/v1/markets/options/chains" -> rows(answer, "options", "option", chain(request, now));
            case "/v1/markets/quotes" -> rows(answer, "quotes", "quote", quotes(request, now));
            case "/v1/markets/options/expirations" -> rows(answer, "expirations", "date", expirations());
            case "/v1/markets/clock" -> answer.putObject("clock").put("state", state(now));
            case "/v1/markets/calendar" -> calendar(answer.putObject("calendar"));
            default -> throw new IllegalArgumentException("Tradier has no " + path);
        }
        return answer.toString();
    }

    private static void rows(ObjectNode answer, String outer, String inner, ArrayNode rows) {
        switch (rows.size()) {
            case 0 -> answer.putNull(outer);
            case 1 -> answer.putObject(outer).set(inner, rows.get(0));
            default -> answer.putObject(outer).set(inner, rows);
        }
    }

    private String state(Instant now) {
        var second = now.getEpochSecond();
        return second < session.open() ? "premarket" : second < session.close() ? "open" : "postmarket";
    }

    private void calendar(ObjectNode calendar) {
        var day = JSON.createObjectNode();
        day.put("date", session.date().toString()).put("status", "open");
        day.putObject("open")
                .put("start", NewYork.time(session.open()).toString())
                .put("end", NewYork.time(session.close()).toString());
        calendar.putObject("days").set("day", day);
    }

    private ArrayNode expirations() {
        return JSON.createArrayNode()
                .add(session.date().toString())
                .add(session.date().plusDays(1).toString());
    }

    private ArrayNode chain(Request request, Instant now) {
        var chain = JSON.createArrayNode();
        if (request.queryParameter("expiration")
                .firstValue()
                .equals(session.date().toString())) {
            var index = Index.valueOf(request.queryParameter("symbol").firstValue());
            for (var contract : market.snapshot(session, index, now).chain()) {
                greeks(row(chain, index, contract.quote()), contract.greeks(), now);
            }
        }
        return chain;
    }

    private void greeks(ObjectNode row, MarketSnapshot.@Nullable Greeks greeks, Instant now) {
        if (greeks == null) {
            row.putNull("greeks");
        } else {
            row.putObject("greeks")
                    .put("delta", greeks.delta())
                    .put("gamma", greeks.gamma())
                    .put("theta", greeks.theta())
                    .put("vega", greeks.vega())
                    .put("updated_at", UPDATED.format(now.minusSeconds(600).atOffset(ZoneOffset.UTC)));
        }
    }

    private ArrayNode quotes(Request request, Instant now) {
        var form = URLDecoder.decode(request.getBodyAsString(), StandardCharsets.UTF_8);
        var symbols = Arrays.asList(
                form.replaceFirst("^symbols=", "").replaceFirst("&.*", "").split(",", -1));
        var rows = JSON.createArrayNode();
        for (var index : Index.values()) {
            var contracts = symbols.stream()
                    .filter(symbol -> symbol.length() > 15 && ROOTS.get(symbol.substring(0, 4)) == index)
                    .map(TradierAnswers::contract)
                    .toList();
            if (!contracts.isEmpty()) {
                market.quotes(session, index, contracts, now).quotes().forEach(quote -> row(rows, index, quote));
            }
        }
        prices(symbols, now, rows);
        return rows;
    }

    private void prices(List<String> symbols, Instant now, ArrayNode rows) {
        var snapshots = new ArrayList<MarketSnapshot>();
        for (var symbol : symbols) {
            if (symbol.length() <= 3) {
                var index = FUNDS.getOrDefault(symbol, symbol.equals("NDX") ? Index.NDX : Index.SPX);
                var snapshot = snapshots.stream()
                        .filter(one -> one.index() == index)
                        .findFirst()
                        .orElseGet(() -> market.snapshot(session, index, now));
                snapshots.add(snapshot);
                rows.addObject().put("symbol", symbol).put("last", price(symbol, snapshot));
            }
        }
    }

    private static @Nullable Double price(String symbol, MarketSnapshot snapshot) {
        return switch (symbol) {
            case "VIX" -> snapshot.vix();
            case "SPY", "QQQ" -> snapshot.fundPrice();
            default -> (Double) snapshot.price();
        };
    }

    private static OptionContract contract(String symbol) {
        var tail = symbol.substring(symbol.length() - 9);
        return new OptionContract(
                Integer.parseInt(tail.substring(1)) / 1_000, tail.startsWith("C") ? Right.CALL : Right.PUT);
    }

    private ObjectNode row(ArrayNode rows, Index index, ContractQuote quote) {
        var root = index == Index.SPX ? "SPXW" : "NDXP";
        var letter = quote.right() == Right.CALL ? "C" : "P";
        var symbol = root
                + SYMBOL_DATE.format(session.date())
                + letter
                + String.format(Locale.ROOT, "%08d", quote.strike() * 1_000);
        return rows.addObject()
                .put("symbol", symbol)
                .put("bid", dollars(quote.bid()))
                .put("ask", dollars(quote.ask()))
                .put("last", dollars(quote.last()))
                .put("volume", quote.volume())
                .put("open_interest", quote.openInterest());
    }

    private static @Nullable Double dollars(@Nullable Integer cents) {
        return cents == null ? null : (Double) (cents / 100.0);
    }
}
