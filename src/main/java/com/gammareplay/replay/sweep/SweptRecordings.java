package com.gammareplay.replay.sweep;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.replay.ReplayRequest;
import com.gammareplay.replay.RunNeeds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The recording of a sweep, opened once for each way in which its runs need it. */
final class SweptRecordings implements AutoCloseable {

    private final DatasetCatalog datasets;
    private final ReplayRequest base;
    private final BooleanSupplier cancelled;
    private final Map<DataNeeds, Recording> open = new LinkedHashMap<>();

    SweptRecordings(DatasetCatalog datasets, ReplayRequest base, BooleanSupplier cancelled) {
        this.datasets = datasets;
        this.base = base;
        this.cancelled = cancelled;
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
