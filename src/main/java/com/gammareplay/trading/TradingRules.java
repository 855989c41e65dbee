package com.gammareplay.trading;

import com.gammareplay.bot.EntryRules;
import com.gammareplay.bot.ExitRules;
import com.gammareplay.bot.StrategyParameters;

/** The bot and the fills of a run, made once from its parameters. */
public record TradingRules(StrategyParameters parameters, EntryRules entry, ExitRules exit, Fills fills) {

    public static TradingRules of(StrategyParameters parameters) {
        return new TradingRules(
                parameters,
                new EntryRules(parameters),
                new ExitRules(parameters.exits()),
                new Fills(parameters.fills()));
    }
}
