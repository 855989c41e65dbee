package com.gammareplay.preparation;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.model.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads sessions again of datasets that are being written, and so are never prepared as a whole: rows that were there
 * before might have been changed too. Used by one thread.
 */
@Component
class DatasetConfirmer {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetConfirmer.class);
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private final DatasetCatalog catalog;
    private final Preparations preparations;
    private final ForegroundWork foreground;
    private final PrepareSettings settings;
    private final InstantSource clock;
    /** The next session of each. */
    private final Map<String, Integer> turns = new HashMap<>();

    DatasetConfirmer(
            DatasetCatalog catalog,
            Preparations preparations,
            ForegroundWork foreground,
            PrepareSettings settings,
            InstantSource clock) {
        this.catalog = catalog;
        this.preparations = preparations;
        this.foreground = foreground;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads some sessions of each such dataset; takes at most a second. */
    void confirm() {
        var end = System.nanoTime() + AT_MOST.toNanos();
        var states = catalog.states();
        turns.keySet().retainAll(states.keySet());
        states.forEach((name, state) -> {
            if (!state.isUnchangedFor(settings.quiet(), clock.instant()) && !foreground.isBusy()) {
                catalog.dataset(name)
                        .flatMap(Dataset::readable)
                        .map(preparations::sessions)
                        .filter(sessions -> !sessions.isEmpty())
                        .ifPresent(sessions -> confirm(name, sessions, end));
            }
        });
    }

    private void confirm(String name, List<Session> sessions, long end) {
        try (var recording = catalog.open(name, DatasetPreparer.NEEDS, preparations::isClosed)) {
            for (var count = 0; count < sessions.size() && System.nanoTime() < end; count++) {
                var turn = turns.getOrDefault(name, 0) % sessions.size();
                // Noted before, so that one that cannot be read does not keep the others from their turn.
                turns.put(name, turn + 1);
                recording.prepare(sessions.get(turn));
            }
        } catch (CancellationException | DataException e) {
            LOG.debug("{} is not confirmed now", name, e);
        }
    }
}
