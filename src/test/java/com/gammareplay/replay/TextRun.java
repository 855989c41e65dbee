package com.gammareplay.replay;

import com.gammareplay.bot.StrategyParameters;
import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.model.Index;
import com.gammareplay.parameters.ParameterValues;
import com.gammareplay.parameters.Preset;
import com.gammareplay.parameters.TypedParameters;
import com.gammareplay.testing.DeafListener;
import com.gammareplay.testing.TextMarket;
import com.gammareplay.trading.TradingRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run over sessions from 2026-01-12 on that are written as text, one text a session. */
final class TextRun {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);
    private static final List<Index> SPX = List.of(Index.SPX);

    private final ExecutionHarness harness;
    private final ReplayedSessions replayed;

    private TextRun(TradingRules rules) {
        harness = new ExecutionHarness(SPX, 2_500_000, rules, new TradingLog(new DeafListener()), () -> false);
        replayed = new ReplayedSessions(harness, new SessionRules(rules.parameters(), 0));
    }

    static TextRun of(Map<String, ? extends @Nullable Object> parameters, String... texts) {
        return of(TradingRules.of(read(parameters)), texts);
    }

    /** The same as a sweep runs it. */
    static TextRun withoutEvidence(Map<String, ? extends @Nullable Object> parameters, String... texts) {
        return of(TradingRules.withoutEvidence(read(parameters)), texts);
    }

    private static StrategyParameters read(Map<String, ? extends @Nullable Object> parameters) {
        return TypedParameters.of(ParameterValues.read(Preset.LIVE, parameters));
    }

    private static TextRun of(TradingRules rules, String... texts) {
        var run = new TextRun(rules);
        var sessions = new ExchangeCalendar().sessions(FIRST, FIRST.plusDays(60));
        for (var i = 0; i < texts.length; i++) {
            var session = sessions.get(i);
            run.replayed.replay(session, TextMarket.of(session.date(), SPX, List.of(texts[i])), _ -> {});
        }
        return run;
    }

    SessionFacts facts() {
        return replayed.list().getFirst().facts();
    }

    /** The warning of a code. */
    Warning warning(WarningCode code) {
        return warnings().stream()
                .filter(warning -> warning.code() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + codes()));
    }

    List<WarningCode> codes() {
        return warnings().stream().map(Warning::code).toList();
    }

    private List<Warning> warnings() {
        return new Findings(new FakeRecording(false, List.of())).warnings(replayed.list(), harness.ledger());
    }
}
