package com.gammareplay.marketdata.synthetic;

import com.gammareplay.marketdata.ContractQuote;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.marketdata.QuotePass;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Right;
import com.gammareplay.model.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/** One index on one made-up day, as it can be asked for at any second of it. Its luck is that of who asks. */
final class IndexMarket {

    private final Index index;
    private final Session session;
    private final MarketPath path;
    private final OpenInterest interest;

    IndexMarket(Index index, Session session, MarketPath path, OpenInterest interest) {
        this.index = index;
        this.session = session;
        this.path = path;
        this.interest = interest;
    }

    /** The strike nearest to the price. */
    int middle(long instant) {
        return index.roundToGrid(price(instant));
    }

    /** The strikes around one, as many points on either side. */
    IntStream strikes(int middle, int reach) {
        var grid = index.strikeGrid();
        return IntStream.rangeClosed(-reach / grid, reach / grid).map(step -> middle + step * grid);
    }

    MarketSnapshot snapshot(long instant, IntStream strikes, Dice dice) {
        var maker = new QuoteMaker(index, interest, dice);
        var pricer = pricer(instant);
        var chain = new ArrayList<MarketSnapshot.Contract>();
        strikes.forEach(strike -> {
            var timeValue = pricer.timeValue(strike);
            for (var right : Right.values()) {
                var value = timeValue + pricer.intrinsic(strike, right);
                var quote = maker.quote(strike, right, value, progress(instant));
                chain.add(new MarketSnapshot.Contract(quote, pricer.greeks(strike, right)));
            }
        });
        var price = price(instant);
        return new MarketSnapshot(
                instant, index, price, rounded(path.vix(instant)), fundPrice(price), session.date(), chain);
    }

    QuotePass quotes(long instant, List<OptionContract> contracts, Dice dice) {
        var maker = new QuoteMaker(index, interest, dice);
        var pricer = pricer(instant);
        var timeValues = new HashMap<Integer, Double>();
        var quotes = new ArrayList<ContractQuote>(contracts.size());
        for (var contract : contracts) {
            var timeValue = timeValues.computeIfAbsent(contract.strike(), pricer::timeValue);
            var value = timeValue + pricer.intrinsic(contract.strike(), contract.right());
            quotes.add(maker.quote(contract.strike(), contract.right(), value, progress(instant)));
        }
        return new QuotePass(instant, index, quotes);
    }

    private OptionPricer pricer(long instant) {
        return new OptionPricer(path.price(index, instant), path.implied(index, instant), session.close() - instant);
    }

    private double progress(long instant) {
        return (double) (instant - session.open()) / (session.close() - session.open());
    }

    private double price(long instant) {
        return rounded(path.price(index, instant));
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
