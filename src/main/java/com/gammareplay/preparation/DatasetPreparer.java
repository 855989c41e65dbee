package com.gammareplay.preparation;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.preparation.Preparations.Preparation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads and keeps the days of datasets, so that replays find them. Used by one thread. */
@Component
class DatasetPreparer {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetPreparer.class);
    /** Those of a replay with the standard parameters. */
    static final DataNeeds NEEDS = new DataNeeds(ZoneOffset.UTC, false);
    /** Nothing is kept of a recording that changed less than two seconds ago. */
    private static final Duration AT_REST = Duration.ofMillis(2500);

    private static final Duration TO_COME_TO_REST = Duration.ofSeconds(5);
    /** However many jobs there are, a dataset is prepared in the end. */
    private static final Duration GIVES_WAY = Duration.ofSeconds(10);

    /** It may take somebody that long to make room on a disk. */
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(10);

    private final DatasetCatalog catalog;
    private final Preparations preparations;
    private final ForegroundWork foreground;
    private final PrepareSettings settings;
    private final InstantSource clock;
    private final Map<String, Dealt> dealtWith = new HashMap<>();
    private final ToldProblems problems = new ToldProblems();

    /** The state in which a dataset was prepared or could not be, and until when that is left at that. */
    private record Dealt(String state, Instant until) {}

    DatasetPreparer(
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

    /** Asks for each dataset that is new or has changed, and is not being written. */
    void look() {
        var states = catalog.states();
        dealtWith.keySet().retainAll(states.keySet());
        problems.retain(states.keySet());
        states.forEach((name, state) -> {
            if (!isDealtWith(name, state) && state.isUnchangedFor(settings.quiet(), clock.instant())) {
                ask(name, state);
            }
        });
    }

    private boolean isDealtWith(String name, RecordingState state) {
        var dealt = dealtWith.get(name);
        return dealt != null
                && dealt.state().equals(state.text())
                && clock.instant().isBefore(dealt.until());
    }

    private void ask(String name, RecordingState state) {
        var content = catalog.dataset(name).flatMap(dataset -> dataset.readable());
        if (content.isPresent()) {
            preparations.ask(content.get(), name);
        } else { // whoever lists the datasets sees why
            dealtWith.put(name, new Dealt(state.text(), Instant.MAX));
        }
    }

    /** Prepares a dataset as far as that is possible. */
    void prepare(Preparation wanted) throws InterruptedException {
        var name = wanted.dataset();
        @Nullable RecordingState state = null;
        var until = Instant.MAX;
        try {
            preparations.waitWhile(() -> !isAtRest(catalog.states().get(name)), TO_COME_TO_REST);
            state = catalog.states().get(name);
            if (!areAllKept(wanted)) {
                until = clock.instant().plus(TRIED_AGAIN);
            }
        } catch (CancellationException e) {
            LOG.debug("{} is not prepared to the end", name, e);
        } catch (RuntimeException | VirtualMachineError e) {
            problems.tell(name, e);
        }
        if (state != null && isAtRest(state) && !preparations.isClosed()) {
            dealtWith.put(name, new Dealt(state.text(), until));
        }
    }

    /** One that has gone needs not be waited for. */
    private boolean isAtRest(@Nullable RecordingState state) {
        return state == null || state.isUnchangedFor(AT_REST, clock.instant());
    }

    /** Keeps the sessions and counts all rows. */
    private boolean areAllKept(Preparation wanted) throws InterruptedException {
        var name = wanted.dataset();
        var sessions = wanted.sessions().size();
        try (var recording = catalog.open(name, NEEDS, preparations::isClosed)) {
            var kept = keptAndCounted(recording, wanted);
            if (preparations.isClosed()) {
                LOG.debug("{} is not prepared to the end", name);
            } else if (kept < sessions) {
                problems.warn(name, kept + " of " + sessions + " sessions are kept, the others cannot be kept now");
            } else {
                problems.forget(name);
                LOG.info("Prepared {}, {} sessions", name, sessions);
            }
            return kept == sessions;
        }
    }

    private int keptAndCounted(Recording recording, Preparation wanted) throws InterruptedException {
        int kept;
        try {
            kept = kept(recording, wanted);
        } catch (DataException e) {
            count(wanted); // the balance may show what is wrong with a session that cannot be read
            throw e;
        }
        count(wanted);
        return kept;
    }

    private void count(Preparation wanted) throws InterruptedException {
        preparations.waitWhile(foreground::isBusy, GIVES_WAY);
        catalog.count(wanted.dataset(), preparations::isClosed);
    }

    /** Keeps the sessions one by one; one that cannot be kept is still compared with what was kept of it before. */
    private int kept(Recording recording, Preparation wanted) throws InterruptedException {
        var kept = 0;
        for (var session : wanted.sessions()) {
            preparations.waitWhile(foreground::isBusy, GIVES_WAY);
            if (preparations.isClosed()) {
                break;
            }
            kept += recording.prepare(session) ? 1 : 0;
            preparations.oneMoreDone(wanted.dataset());
        }
        return kept;
    }
}
