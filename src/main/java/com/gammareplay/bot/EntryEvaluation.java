package com.gammareplay.bot;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.model.Cents;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import com.gammareplay.model.Leg;
import com.gammareplay.model.Right;
import com.gammareplay.model.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One check's walk through the gates: each either refuses or leaves behind what the next ones need. */
final class EntryEvaluation {

    private final StrategyParameters parameters;
    private final EntryCheck check;
    private final Session session;
    private final PeakSnapshot snapshot;
    private final MarketView view;
    private final AccountView account;
    private final Index index;
    private final Evidence evidence = new Evidence();

    private double pin;
    private int price;
    private double vix;
    private @Nullable TradePlan plan;
    private List<LegQuote> quotes = List.of();
    private int contracts;

    private interface Gate {
        Optional<SkipReason> refusal();
    }

    EntryEvaluation(
            StrategyParameters parameters,
            EntryCheck check,
            Session session,
            PeakSnapshot snapshot,
            MarketView view,
            AccountView account) {
        this.parameters = parameters;
        this.check = check;
        this.session = session;
        this.snapshot = snapshot;
        this.view = view;
        this.account = account;
        this.index = view.index();
    }

    EntryDecision decide() {
        evidence.addInstant("snapshot", snapshot.instant());
        for (var gate : gates()) {
            var refusal = gate.refusal();
            if (refusal.isPresent()) {
                return new EntryDecision.Skip(refusal.get(), evidence);
            }
        }
        return new EntryDecision.Enter(plan(), contracts, quotes, snapshot, pin, price, vix, evidence);
    }

    /** Rules 3 to 14, in their order. */
    private List<Gate> gates() {
        return List.of(
                this::indexPrice,
                this::vix,
                this::pin,
                this::vixFloor,
                this::setup,
                this::shortDistance,
                this::legQuotes,
                this::quoteWidth,
                this::credit,
                this::momentum,
                this::dailyLoss,
                this::openPositions,
                this::size);
    }

    private Optional<SkipReason> indexPrice() {
        var cents = snapshot.indexPrice();
        evidence.add("indexPrice", cents == null ? null : Cents.toDecimal(cents));
        if (cents == null || cents <= 0) {
            return Optional.of(SkipReason.NO_INDEX_PRICE);
        }
        price = (int) Math.rint(Cents.toDollars(cents));
        return Optional.empty();
    }

    private Optional<SkipReason> vix() {
        evidence.add("vix", snapshot.vix());
        if (snapshot.vix() == null) {
            return Optional.of(SkipReason.NO_VIX);
        }
        vix = snapshot.vix();
        return Optional.empty();
    }

    private Optional<SkipReason> pin() {
        var level = pinLevel();
        evidence.add("pin", level.isPresent() ? level.getAsDouble() : null);
        if (level.isEmpty()) {
            return Optional.of(SkipReason.NO_PIN);
        }
        pin = level.getAsDouble();
        return Optional.empty();
    }

    private OptionalDouble pinLevel() {
        if (parameters.data().gexSource() == GexSource.RECOMPUTED) {
            return gex().pin();
        }
        if (snapshot.adjustedPin() != null) {
            return OptionalDouble.of(index.roundToGrid(snapshot.adjustedPin()));
        }
        return snapshot.rankOne() == null ? OptionalDouble.empty() : OptionalDouble.of(snapshot.rankOne());
    }

    private Gex gex() {
        var cents = Objects.requireNonNull(snapshot.indexPrice(), "the gate of the index price comes first");
        return Gex.of(index, Cents.toDollars(cents), view.chain(snapshot.instant()));
    }

    private Optional<SkipReason> vixFloor() {
        var floor = parameters.setup().vixFloor();
        evidence.add("vixFloor", floor);
        return refuseUnless(vix >= floor, SkipReason.VIX_FLOOR);
    }

    private Optional<SkipReason> setup() {
        var ceiling = parameters.setup().vixCeiling();
        var pinPoints = (int) Math.rint(pin);
        evidence.add("vixCeiling", ceiling);
        if (vix >= ceiling) {
            return Optional.of(SkipReason.VIX_CEILING);
        }
        evidence.add("distance", price - pinPoints);
        evidence.add("maxDistance", TradeSetup.FAR_DIRECTIONAL * index.scale());
        plan = TradeSetup.of(index, pinPoints, price, vix)
                .map(this::withBrokenWing)
                .or(() -> fallback(pinPoints))
                .orElse(null);
        return refuseUnless(plan != null, SkipReason.TOO_FAR_FROM_PIN);
    }

    private TradePlan withBrokenWing(TradePlan usual) {
        if (!parameters.setup().brokenWing() || usual.strategy() != Strategy.IRON_CONDOR) {
            return usual;
        }
        var polarity = gex().polarity();
        evidence.add("gpi", polarity.map(Gex.Polarity::gpi).orElse(null));
        evidence.add("gexMagnitude", polarity.map(Gex.Polarity::magnitude).orElse(null));
        return polarity.filter(some -> BrokenWing.applies(some, vix))
                .map(some -> BrokenWing.broken(usual, index, price, some.gpi()))
                .orElse(usual);
    }

    private Optional<TradePlan> fallback(int pinPoints) {
        if (!parameters.setup().otmFallback()) {
            return Optional.empty();
        }
        var hoursLeft = (session.close() - view.now()) / 3600.0;
        evidence.add("hoursLeft", hoursLeft);
        return OtmFallback.of(index, pinPoints, price, vix, NewYork.time(view.now()), hoursLeft);
    }

    private Optional<SkipReason> shortDistance() {
        var distance = plan().shortDistance(price);
        var minimum = parameters.setup().minShortDistance(index);
        evidence.add("strategy", plan().strategy().name()).add("shortDistance", distance);
        evidence.add("minShortDistance", minimum);
        return refuseUnless(distance >= minimum, SkipReason.SHORT_TOO_CLOSE);
    }

    private Optional<SkipReason> legQuotes() {
        var maxAge = parameters.data().maxQuoteAge();
        var found = new ArrayList<LegQuote>();
        for (var leg : plan().legs()) {
            var series = view.series(leg.right(), leg.strikeCents());
            var isUsable = view.isUsable(series, maxAge);
            if (!isUsable || (leg.isShort() && view.bid(series) == 0)) {
                missingQuote(leg, series, isUsable, maxAge);
                return Optional.of(SkipReason.NO_QUOTE);
            }
            found.add(new LegQuote(leg, series, view.bid(series), view.ask(series), view.quotedAt(series)));
        }
        quotes = List.copyOf(found);
        return Optional.empty();
    }

    private void missingQuote(Leg leg, int series, boolean isUsable, int maxAge) {
        var quotedAt = view.quotedAt(series);
        evidence.add("leg", leg.side() + " " + leg.right() + " " + leg.strike());
        evidence.add("quoteAge", quotedAt == MarketView.NONE ? null : view.now() - quotedAt);
        evidence.add("maxQuoteAge", maxAge);
        evidence.add("bid", isUsable ? Cents.toDecimal((long) view.bid(series)) : null);
    }

    private Optional<SkipReason> quoteWidth() {
        for (var i = 0; i < quotes.size(); i += 2) {
            var shortLeg = quotes.get(i);
            var longLeg = quotes.get(i + 1);
            var width = shortLeg.width() + longLeg.width();
            var credit = shortLeg.mid() + longLeg.mid();
            var name = shortLeg.leg().right() == Right.CALL ? "call" : "put";
            evidence.addMoney(name + "QuoteWidth", width).addMid(name + "Credit", credit);
            evidence.add(name + "WidthTolerance", CreditRules.tolerance(index, credit));
            if (!CreditRules.isTight(index, width, credit)) {
                return Optional.of(SkipReason.QUOTE_TOO_WIDE);
            }
        }
        return Optional.empty();
    }

    private Optional<SkipReason> credit() {
        if (plan().fallback()) {
            var natural = quotes.stream().mapToLong(LegQuote::natural).sum();
            var minimum = parameters.setup().otmMinCredit();
            evidence.addMoney("naturalCredit", natural).addMoney("otmMinCredit", minimum);
            return refuseUnless(natural >= minimum, SkipReason.CREDIT_BELOW_MIN);
        }
        var credit = quotes.stream().mapToDouble(LegQuote::mid).sum();
        var hourly = CreditRules.hourlyMinimum(index, check.time());
        evidence.addMid("credit", credit).addMoney("hourlyMinCredit", hourly);
        if (!(credit >= hourly)) {
            return Optional.of(SkipReason.CREDIT_BELOW_HOURLY_MIN);
        }
        var minimum = parameters.setup().minCredit();
        evidence.addMoney("minCredit", minimum);
        return refuseUnless(credit >= minimum, SkipReason.CREDIT_BELOW_MIN);
    }

    private Optional<SkipReason> momentum() {
        var isAllowed = !parameters.setup().momentumFilter()
                || new Momentum(view, parameters.data().maxQuoteAge()).allows(plan().direction(), evidence);
        return refuseUnless(isAllowed, SkipReason.MOMENTUM);
    }

    private Optional<SkipReason> dailyLoss() {
        var limit = parameters.risk().dailyLossLimit();
        evidence.addMoney("closedToday", account.closedToday()).addMoney("dailyLossLimit", limit);
        return refuseUnless(account.closedToday() > limit, SkipReason.DAILY_LOSS_LIMIT);
    }

    private Optional<SkipReason> openPositions() {
        var most = parameters.risk().maxOpenPositions();
        evidence.add("openPositions", account.openPositions()).add("maxOpenPositions", most);
        return refuseUnless(account.openPositions() < most, SkipReason.POSITION_LIMIT);
    }

    private Optional<SkipReason> size() {
        contracts = PositionSize.of(parameters.risk(), account);
        evidence.addMoney("balance", account.balance())
                .addMoney("minBalance", parameters.risk().minBalance());
        evidence.add("contracts", contracts);
        return refuseUnless(contracts > 0, SkipReason.SIZE_ZERO);
    }

    private TradePlan plan() {
        return Objects.requireNonNull(plan, "the gate of the setup comes first");
    }

    private static Optional<SkipReason> refuseUnless(boolean passes, SkipReason reason) {
        return passes ? Optional.empty() : Optional.of(reason);
    }
}
