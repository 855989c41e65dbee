package com.gammareplay.marketdata.synthetic;

import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.marketdata.RecordingSink;
import com.gammareplay.model.Index;
import com.gammareplay.model.Right;
import com.gammareplay.model.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Records one index for one day as the recorder does: chains around the checks, quotes near the latest pin always. */
final class IndexRecorder {

    private static final int QUOTED_REACH = 250;

    private final Index index;
    private final Session session;
    private final MarketPath path;
    private final QuoteMaker quotes;
    private final RecordingSink sink;
    private boolean hasPin;
    private int pin;

    IndexRecorder(Index index, Session session, MarketPath path, QuoteMaker quotes, RecordingSink sink) {
        this.index = index;
        this.session = session;
        this.path = path;
        this.quotes = quotes;
        this.sink = sink;
    }

    void pass(long instant, boolean snapshot) {
        var pricer =
                new OptionPricer(path.price(index, instant), path.implied(index, instant), session.close() - instant);
        if (snapshot) {
            recordSnapshot(instant, pricer);
        }
        if (hasPin) {
            recordQuotes(instant, pricer);
        }
    }

    private void recordSnapshot(long instant, OptionPricer pricer) {
        var price = rounded(path.price(index, instant));
        var chain = new ArrayList<MarketSnapshot.Contract>();
        strikes(index.roundToGrid(price), chainReach()).forEach(strike -> rights(strike, instant, pricer, chain));
        var snapshot = new MarketSnapshot(
                instant, index, price, rounded(path.vix(instant)), fundPrice(price), session.date(), chain);
        sink.snapshot(snapshot);
        snapshot.gex().peaks().stream().findFirst().ifPresent(peak -> {
            pin = (int) peak.strike();
            hasPin = true;
        });
    }

    private void rights(int strike, long instant, OptionPricer pricer, List<MarketSnapshot.Contract> chain) {
        var timeValue = pricer.timeValue(strike);
        for (var right : Right.values()) {
            var quote = quote(strike, right, timeValue, instant, pricer);
            chain.add(new MarketSnapshot.Contract(quote, pricer.greeks(strike, right)));
        }
    }

    private void recordQuotes(long instant, OptionPricer pricer) {
        var strikes = strikes(pin, QUOTED_REACH).toArray();
        var timeValues = IntStream.of(strikes).mapToDouble(pricer::timeValue).toArray();
        var pass = new ArrayList<ContractQuote>(2 * strikes.length);
        for (var right : Right.values()) {
            for (var i = 0; i < strikes.length; i++) {
                pass.add(quote(strikes[i], right, timeValues[i], instant, pricer));
            }
        }
        sink.quotes(new QuotePass(instant, index, pass));
    }

    private ContractQuote quote(int strike, Right right, double timeValue, long instant, OptionPricer pricer) {
        var progress = (double) (instant - session.open()) / (session.close() - session.open());
        return quotes.quote(strike, right, timeValue + pricer.intrinsic(strike, right), progress);
    }

    private IntStream strikes(int middle, int reach) {
        var grid = index.strikeGrid();
        return IntStream.rangeClosed(-reach / grid, reach / grid).map(step -> middle + step * grid);
    }

    /** Wide enough for every strike that peaks are looked for at. */
    private int chainReach() {
        return switch (index) {
            case SPX -> 300;
            case NDX -> 600;
        };
    }

    private double fundPrice(double price) {
        return switch (index) {
            case SPX -> rounded(price / 10);
            case NDX -> rounded(price / 42.5);
        };
    }

    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }
}
