package com.gammareplay.jobs.paper;

import com.gammareplay.live.PaperState;
import com.gammareplay.model.Cents;
import com.gammareplay.model.Index;
import com.gammareplay.model.Leg;
import com.gammareplay.trading.OpenPosition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a paper session stands, as clients see it and as it is kept. Money in dollars. */
public record Standing(
        @Schema(
                description = "The session's own time, made up with its market; null before it has begun",
                nullable = true)
        @Nullable
        Instant time,

        @Schema(description = "The newest tick at which was decided; null before the first", nullable = true) @Nullable
        Instant tick,

        @Schema(description = "Of closed trades") BigDecimal balance,

        @Schema(description = "The balance, and open positions at their last mids")
        BigDecimal equity,

        @Schema(description = "Decisions so far") int decisions,

        @Schema(description = "Trades closed so far") int trades,

        @Schema(description = "In order of entry") List<Position> openPositions,

        @Schema(description = "What it got from its market and what it lacks, by name, as far as there was any")
        Map<String, Long> counts,

        @Schema(description = "Why the newest gap came about; null without one", nullable = true) @Nullable
        String lastProblem,

        @Schema(description = "What is odd about its market, in sentences")
        List<String> warnings) {

    /** A session that has not decided anything. */
    static Standing beginning(long startingBalance) {
        var balance = Cents.toDecimal(startingBalance);
        return new Standing(null, null, balance, balance, 0, 0, List.of(), Map.of(), null, List.of());
    }

    /** The same after a tick. */
    Standing after(PaperState state) {
        return new Standing(
                time,
                Instant.ofEpochSecond(state.tick()),
                Cents.toDecimal(state.balance()),
                Cents.toDecimal(state.equity()),
                state.decisions(),
                state.trades(),
                state.openPositions().stream().map(Position::of).toList(),
                counts,
                lastProblem,
                warnings);
    }

    /** The same with what else is known now. */
    Standing with(@Nullable Instant now, Map<String, Long> counted, @Nullable String problem, List<String> warned) {
        return new Standing(now, tick, balance, equity, decisions, trades, openPositions, counted, problem, warned);
    }

    /** An open position. Profits are fractions of the credit, as the exit rules compare them. */
    @Schema(name = "OpenPosition")
    public record Position(
            @Schema(description = "Of the trade") int number,

            Index index,
            List<PositionLeg> legs,
            Instant entryTime,

            @Schema(description = "Per share") BigDecimal credit,

            int contracts,

            @Schema(description = "The newest tick with usable quotes for all legs, as of which the rest is")
            Instant quotedAt,

            @Schema(description = "What closing would cost at mid, per share")
            BigDecimal mid,

            @Schema(description = "At mid, after the fees of the entry")
            BigDecimal pnl,

            @Schema(description = "Profit at mid") double p,

            @Schema(description = "Best profit so far") double bestP,

            @Schema(description = "Profit at which it is taken")
            double target,

            @Schema(
                    description = "Profit to which it may fall; null while the trailing stop is not armed",
                    nullable = true)
            @Nullable
            Double trailingLevel,

            @Schema(description = "Profit at which a loss is cut")
            double stopLoss,

            @Schema(description = "Profit at which a loss is cut early")
            double emergencyStop,

            @Schema(description = "Whether it is held to settlement")
            boolean hold) {

        private static Position of(OpenPosition open) {
            return new Position(
                    open.number(),
                    open.index(),
                    open.plan().legs().stream().map(PositionLeg::of).toList(),
                    Instant.ofEpochSecond(open.entryTime()),
                    Cents.toDecimal(open.credit()),
                    open.contracts(),
                    Instant.ofEpochSecond(open.lastQuotes()),
                    Cents.toDecimal(open.mid()),
                    Cents.toDecimal(open.pnl()),
                    open.p(),
                    open.bestP(),
                    open.target(),
                    open.trailingLevel(),
                    open.stopLoss(),
                    open.emergencyStop(),
                    open.hold());
        }
    }

    /** A leg of an open position. */
    @Schema(name = "OpenLeg")
    public record PositionLeg(
            @Schema(allowableValues = {"CALL", "PUT"}) String right,

            double strike,

            @Schema(allowableValues = {"SHORT", "LONG"}) String side) {

        private static PositionLeg of(Leg leg) {
            return new PositionLeg(leg.right().name(), leg.strike(), leg.side().name());
        }
    }
}
