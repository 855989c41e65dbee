package com.gammareplay.marketdata.tradier;

import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.FeedException.Kind;
import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The market as the broker Tradier shows it. Asks for nothing but market data. Those who ask the same for the same tick
 * share one answer.
 */
public final class TradierFeed implements MarketFeed, AutoCloseable {

    private static final String VIX = "VIX";

    private final InstantSource clock;
    private final FeedCounts counts = new FeedCounts();
    private final GreeksAge greeksAge = new GreeksAge(counts);
    private final Numbers numbers = new Numbers(counts);
    private final TradierClient client;
    private final SessionCheck check;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SharedAnswers<Question, MarketSnapshot> snapshots = new SharedAnswers<>(threads);
    private final SharedAnswers<Question, QuotePass> quotes = new SharedAnswers<>(threads);

    /** What is asked for a tick. */
    private record Question(LocalDate session, Index index, List<OptionContract> contracts, Instant until) {}

    /** A feed that has asked for nothing yet. */
    public TradierFeed(TradierSettings settings, InstantSource clock) {
        this(settings, clock, new Random());
    }

    TradierFeed(TradierSettings settings, InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.client = new TradierClient(settings, clock, random, counts);
        this.check = new SessionCheck(client, settings, clock);
    }

    @Override
    public List<String> check(Session session, List<Index> indices) {
        return check.run(session, indices);
    }

    @Override
    public MarketSnapshot snapshot(Session session, Index index, Instant until) {
        var question = new Question(session.date(), index, List.of(), until);
        return snapshots.get(question, () -> askSnapshot(question));
    }

    @Override
    public QuotePass quotes(Session session, Index index, List<OptionContract> contracts, Instant until) {
        if (contracts.isEmpty()) {
            return new QuotePass(now(), index, List.of());
        }
        var question = new Question(session.date(), index, List.copyOf(contracts), until);
        return quotes.get(question, () -> askQuotes(question));
    }

    private MarketSnapshot askSnapshot(Question question) {
        var index = question.index();
        var reader = new ContractReader(index, question.session(), counts);
        var chain = reader.rows(Rows.of(
                client.get(
                        "markets/options/chains?symbol=" + index + "&expiration=" + question.session() + "&greeks=true",
                        question.until()),
                "options",
                "option"));
        if (chain.isEmpty()) {
            throw new FeedException(
                    Kind.CLOSED, "Tradier has no options of " + index + " that expire on " + question.session() + ".");
        }
        greeksAge.note(index, chain.values(), clock.instant());
        var prices = prices(List.of(index.name(), VIX, fund(index)), question.until());
        var price = prices.get(index.name());
        if (price == null) {
            throw new FeedException(Kind.BAD_ANSWER, "Tradier has no price of " + index + ".");
        }
        var contracts = new ArrayList<MarketSnapshot.Contract>(chain.size());
        chain.forEach((contract, row) -> contracts.add(reader.chained(contract, row)));
        return new MarketSnapshot(
                now(), index, price, prices.get(VIX), prices.get(fund(index)), question.session(), contracts);
    }

    private Map<String, @Nullable Double> prices(List<String> symbols, Instant until) {
        var prices = new HashMap<String, @Nullable Double>();
        for (var row : Rows.of(client.quotes(symbols, until), "quotes", "quote")) {
            prices.put(Rows.text(row, "symbol"), numbers.price(row.path("last")));
        }
        return prices;
    }

    private static String fund(Index index) {
        return switch (index) {
            case SPX -> "SPY";
            case NDX -> "QQQ";
        };
    }

    private QuotePass askQuotes(Question question) {
        var index = question.index();
        var symbols = question.contracts().stream()
                .map(contract -> OptionSymbol.of(index, question.session(), contract))
                .toList();
        var reader = new ContractReader(index, question.session(), counts);
        Map<OptionContract, JsonNode> rows =
                reader.rows(Rows.of(client.quotes(symbols, question.until()), "quotes", "quote"));
        var known = question.contracts().stream().filter(rows::containsKey).toList();
        counts.add("unknownContracts", question.contracts().size() - known.size());
        counts.add("contractsNotAskedFor", rows.size() - known.size());
        return new QuotePass(
                now(),
                index,
                known.stream()
                        .map(contract -> reader.quote(contract, Objects.requireNonNull(rows.get(contract))))
                        .toList());
    }

    /** The instant at which an answer is complete, rounded up to seconds. */
    private long now() {
        var now = clock.instant();
        return now.getEpochSecond() + (now.getNano() > 0 ? 1 : 0);
    }

    /** docs/live.md explains each name. */
    @Override
    public Map<String, Long> counts() {
        return counts.counts();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
    }
}
