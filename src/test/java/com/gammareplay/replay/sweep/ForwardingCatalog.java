package com.gammareplay.replay.sweep;

import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.marketdata.SessionRange;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The datasets of another catalog, of which a subclass changes how they are opened. */
abstract class ForwardingCatalog implements DatasetCatalog {

    private final DatasetCatalog behind;

    ForwardingCatalog(DatasetCatalog behind) {
        this.behind = behind;
    }

    @Override
    public final List<Dataset> datasets() {
        return behind.datasets();
    }

    @Override
    public final Optional<Dataset> dataset(String name) {
        return behind.dataset(name);
    }

    @Override
    public final Optional<SessionRange> sessions(String name, ZoneId zone) {
        return behind.sessions(name, zone);
    }

    @Override
    public final long rows(String name) {
        return behind.rows(name);
    }

    @Override
    public final void count(String name, BooleanSupplier cancelled) {
        behind.count(name, cancelled);
    }

    @Override
    public final Map<String, RecordingState> states() {
        return behind.states();
    }

    @Override
    public Recording open(String name, DataNeeds needs, BooleanSupplier cancelled) {
        return behind.open(name, needs, cancelled);
    }
}
