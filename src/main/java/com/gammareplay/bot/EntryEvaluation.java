package com.gammareplay.bot;

import com.gammareplay.model.Cents;
import com.gammareplay.model.GexSource;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One check's walk through the gates: each either refuses or leaves behind what the next ones need. */
final class EntryEvaluation {

    /** Rules 3 to 14, in their order. Called through this list, each is compiled by itself: all in one take the JVM long. */
    private static final List<Gate> GATES = List.of(
            EntryEvaluation::indexPrice,
            EntryEvaluation::vix,
            EntryEvaluation::pin,
            EntryEvaluation::vixFloor,
            EntryEvaluation::setup,
            EntryEvaluation::shortDistance,
            EntryEvaluation::quotes,
            EntryEvaluation::momentum,
            EntryEvaluation::dailyLoss,
            EntryEvaluation::openPositions,
            EntryEvaluation::size);

    private final StrategyParameters parameters;
    private final EntryCheck check;
    private final Session session;
    private final PeakSnapshot snapshot;
    private final MarketView view;
    private final AccountView account;
    private final Index index;
    private final Evidence evidence;

    private double pin;
    private int price;
    private double vix;
    private @Nullable TradePlan plan;
    private List<LegQuote> quotes = List.of();
    private int contracts;
    private Unseen unseen = Unseen.NOTHING;

    private interface Gate {
        Optional<SkipReason> refusal(EntryEvaluation evaluation);
    }

    EntryEvaluation(
            StrategyParameters parameters,
            EntryCheck check,
            Session session,
            PeakSnapshot snapshot,
            MarketView view,
            AccountView account,
            Evidence evidence) {
        this.parameters = parameters;
        this.check = check;
        this.session = session;
        this.snapshot = snapshot;
        this.view = view;
        this.account = account;
        this.index = view.index();
        this.evidence = evidence;
    }

    EntryDecision decide() {
        evidence.addInstant("snapshot", snapshot.instant());
        for (var gate : GATES) {
            var refusal = gate.refusal(this);
            if (refusal.isPresent()) {
                return new EntryDecision.Skip(refusal.get(), unseen, evidence);
            }
        }
        return new EntryDecision.Enter(plan(), contracts, quotes, snapshot, pin, price, vix, unseen, evidence);
    }

    private Optional<SkipReason> indexPrice() {
        var cents = snapshot.indexPrice();
        evidence.add("indexPrice", cents == null ? null : Cents.toDecimal(cents));
        if (cents == null || cents <= 0) {
            return Optional.of(SkipReason.NO_INDEX_PRICE);
        }
        price = Cents.toPoints(cents);
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
            var gex = gex();
            gex.note(evidence);
            return gex.pin();
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
        return SkipReason.VIX_FLOOR.unless(vix >= floor);
    }

    private Optional<SkipReason> setup() {
        var ceiling = parameters.setup().vixCeiling();
        var pinPoints = (int) Math.rint(pin);
        evidence.add("vixCeiling", ceiling);
        if (vix >= ceiling) {
            return Optional.of(SkipReason.VIX_CEILING);
        }
        evidence.add("px", price).add("distance", price - pinPoints);
        evidence.add("maxDistance", TradeSetup.FAR_DIRECTIONAL * index.scale());
        plan = new PlanChoice(parameters.setup(), session, view, evidence)
                .of(pinPoints, price, vix, this::gex)
                .orElse(null);
        return SkipReason.TOO_FAR_FROM_PIN.unless(plan != null);
    }

    private Optional<SkipReason> shortDistance() {
        var distance = plan().shortDistance(price);
        var minimum = parameters.setup().minShortDistance(index);
        plan().note(evidence);
        evidence.add("shortDistance", distance).add("minShortDistance", minimum);
        return SkipReason.SHORT_TOO_CLOSE.unless(distance >= minimum);
    }

    private Optional<SkipReason> quotes() {
        var gates = new QuoteGates(parameters, check, view, evidence);
        var refusal = gates.refusal(plan());
        quotes = gates.quotes();
        unseen = gates.unseen();
        return refusal;
    }

    private Optional<SkipReason> momentum() {
        if (!parameters.setup().momentumFilter()) {
            return Optional.empty();
        }
        var momentum = Momentum.of(view, parameters.data().maxQuoteAge());
        unseen = momentum.isKnown() ? Unseen.NOTHING : Unseen.MOVE;
        return SkipReason.MOMENTUM.unless(momentum.allows(plan().direction(), evidence));
    }

    private Optional<SkipReason> dailyLoss() {
        var limit = parameters.risk().dailyLossLimit();
        evidence.addMoney("closedToday", account.closedToday()).addMoney("dailyLossLimit", limit);
        return SkipReason.DAILY_LOSS_LIMIT.unless(account.closedToday() > limit);
    }

    private Optional<SkipReason> openPositions() {
        var most = parameters.risk().maxOpenPositions();
        evidence.add("openPositions", account.openPositions()).add("maxOpenPositions", most);
        return SkipReason.POSITION_LIMIT.unless(account.openPositions() < most);
    }

    private Optional<SkipReason> size() {
        contracts = PositionSize.of(parameters.risk(), account, evidence);
        return SkipReason.SIZE_ZERO.unless(contracts > 0);
    }

    private TradePlan plan() {
        return Objects.requireNonNull(plan, "the gate of the setup comes first");
    }
}
