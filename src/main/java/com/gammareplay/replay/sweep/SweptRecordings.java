package com.gammareplay.replay.sweep;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.model.Session;
import com.gammareplay.replay.Findings;
import com.gammareplay.replay.Provenance;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.RunNeeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The recording of a sweep, opened once for each way in which its combinations need it. */
final class SweptRecordings implements AutoCloseable {

    private final DatasetCatalog datasets;
    private final ReplayRequest base;
    private final BooleanSupplier cancelled;
    private final Map<DataNeeds, Recording> open = new LinkedHashMap<>();
    private @Nullable Findings findings;

    SweptRecordings(DatasetCatalog datasets, ReplayRequest base, BooleanSupplier cancelled) {
        this.datasets = datasets;
        this.base = base;
        this.cancelled = cancelled;
    }

    /** What a backtest of the base alone needs. */
    DataNeeds needsOfBase() {
        return RunNeeds.of(base);
    }

    /** What combinations need of which some look at the chains, or none. */
    DataNeeds needs(boolean chains) {
        return new DataNeeds(base.databaseZone(), chains);
    }

    /** Those of some sessions that a backtest of the base alone reads. */
    List<Session> wantedByBase(List<Session> sessions) {
        return WindowPlan.traded(base, sessions);
    }

    /** What the combinations of a sweep were replayed from: what a backtest of the base alone would say. */
    Provenance provenance(SweptData data, List<Session> sessions, String version) {
        var needs = needsOfBase();
        return new Provenance(
                base.dataset(),
                base.databaseZone().getId(),
                get(needs).isSynthetic(),
                data.digest(needs, wantedByBase(sessions)),
                Provenance.digest(base.parameters()),
                ExchangeCalendar.VERSION,
                version);
    }

    /** What is to be known of all combinations, for they are of one recording. */
    Findings findings() {
        if (findings == null) {
            findings = new Findings(get(needsOfBase()));
        }
        return findings;
    }

    Recording get(DataNeeds needs) {
        return open.computeIfAbsent(needs, this::open);
    }

    private Recording open(DataNeeds needs) {
        return RunNeeds.open(datasets, base, needs, cancelled);
    }

    @Override
    public void close() {
        open.values().forEach(Recording::close);
    }
}
