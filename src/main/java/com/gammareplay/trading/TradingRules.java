package com.gammareplay.trading;

import com.gammareplay.bot.EntryRules;
import com.gammareplay.bot.Evidence;
import com.gammareplay.bot.ExitRules;
import com.gammareplay.bot.StrategyParameters;
import java.util.function.Supplier;

/** The bot and the fills of a run, made once from its parameters. */
public record TradingRules(StrategyParameters parameters, EntryRules entry, ExitRules exit, Fills fills) {

    public static TradingRules of(StrategyParameters parameters) {
        return of(parameters, Evidence::new);
    }

    /** The same rules, whose decisions and exits do not say what they compared. */
    public static TradingRules withoutEvidence(StrategyParameters parameters) {
        return of(parameters, () -> Evidence.NONE);
    }

    private static TradingRules of(StrategyParameters parameters, Supplier<Evidence> evidence) {
        return new TradingRules(
                parameters,
                new EntryRules(parameters, evidence),
                new ExitRules(parameters.exits(), evidence),
                new Fills(parameters.fills()));
    }
}
