package com.gammareplay.trading;

import com.gammareplay.bot.EntryRules;
import com.gammareplay.bot.Evidence;
import com.gammareplay.bot.ExitRules;
import com.gammareplay.bot.StrategyParameters;

/** The bot and the fills of a run, made once from its parameters. */
public record TradingRules(StrategyParameters parameters, EntryRules entry, ExitRules exit, Fills fills) {

    public static TradingRules of(StrategyParameters parameters) {
        return of(parameters, new EntryRules(parameters));
    }

    /** The same rules, whose decisions do not say what they compared. */
    public static TradingRules withoutEvidence(StrategyParameters parameters) {
        return of(parameters, new EntryRules(parameters, () -> Evidence.NONE));
    }

    private static TradingRules of(StrategyParameters parameters, EntryRules entry) {
        return new TradingRules(parameters, entry, new ExitRules(parameters.exits()), new Fills(parameters.fills()));
    }
}
