package com.gammareplay.preparation;

import com.gammareplay.bot.ParameterValues;
import com.gammareplay.bot.Preset;
import com.gammareplay.model.Index;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.Provenance;
import com.gammareplay.replay.RawRequest;
import com.gammareplay.replay.ReplayListener;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.ReplayResult;
import com.gammareplay.statistics.Statistics;
import com.gammareplay.trading.Ledger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;

/** Replays nothing, and says what it was asked for. */
final class RehearsedBacktests implements Backtests {
    final List<String> requests = new CopyOnWriteArrayList<>();
    Runnable before = () -> {};
    Runnable after = () -> {};

    @Override
    public ReplayRequest read(RawRequest raw) {
        requests.add(raw.dataset() + " " + raw.from() + " to " + raw.to());
        return new ReplayRequest(
                String.valueOf(raw.dataset()),
                ZoneOffset.UTC,
                List.of(Index.SPX),
                LocalDate.parse(String.valueOf(raw.from())),
                LocalDate.parse(String.valueOf(raw.to())),
                Preset.LIVE,
                ParameterValues.read(Preset.LIVE, Map.of()),
                2_500_000,
                0);
    }

    @Override
    public ReplayRequest readAccepted(RawRequest raw) {
        return read(raw);
    }

    @Override
    public ReplayResult run(ReplayRequest request, ReplayListener listener) {
        before.run();
        if (listener.isCancelled()) {
            after.run();
            throw new CancellationException();
        }
        var ledger = new Ledger(request.startingBalance(), List.of(), List.of(), List.of());
        var provenance = new Provenance(request.dataset(), "UTC", true, "data", "parameters", "calendar", "version");
        return new ReplayResult(request, Statistics.of(ledger), List.of(), ledger, List.of(), provenance);
    }
}
