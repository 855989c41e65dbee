package com.gammareplay.preparation;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.RecordingState;
import com.gammareplay.preparation.Preparations.Preparation;
import java.time.Duration;
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
    private static final DataNeeds NEEDS = new DataNeeds(ZoneOffset.UTC, false);
    /** Nothing is kept of a recording that changed less than two seconds ago. */
    private static final Duration AT_REST = Duration.ofMillis(2500);

    private static final Duration TO_COME_TO_REST = Duration.ofSeconds(5);
    /** However many jobs there are, a dataset is prepared in the end. */
    private static final Duration GIVES_WAY = Duration.ofSeconds(10);

    private final DatasetCatalog catalog;
    private final Preparations preparations;
    private final Workload workload;
    private final PrepareSettings settings;
    private final Rehearsal rehearsal;
    private final InstantSource clock;
    /** The state in which each dataset was prepared, or could not be. */
    private final Map<String, String> dealtWith = new HashMap<>();

    private final Map<String, String> problems = new HashMap<>();

    DatasetPreparer(
            DatasetCatalog catalog,
            Preparations preparations,
            Workload workload,
            PrepareSettings settings,
            Rehearsal rehearsal,
            InstantSource clock) {
        this.catalog = catalog;
        this.preparations = preparations;
        this.workload = workload;
        this.settings = settings;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    /** Asks for each dataset that is new or has changed, and is not being written. */
    void look() {
        var states = catalog.states();
        dealtWith.keySet().retainAll(states.keySet());
        problems.keySet().retainAll(states.keySet());
        states.forEach((name, state) -> {
            if (!state.text().equals(dealtWith.get(name)) && isUnchangedFor(settings.quiet(), state)) {
                ask(name, state);
            }
        });
    }

    private void ask(String name, RecordingState state) {
        var content = catalog.dataset(name).flatMap(dataset -> dataset.readable());
        if (content.isPresent()) {
            preparations.ask(content.get(), name);
        } else { // whoever lists the datasets sees why
            dealtWith.put(name, state.text());
        }
    }

    private boolean isUnchangedFor(Duration time, RecordingState state) {
        return !state.changed().isAfter(clock.instant().minus(time));
    }

    /** Prepares a dataset as far as that is possible. */
    void prepare(Preparation wanted) throws InterruptedException {
        var name = wanted.dataset();
        @Nullable RecordingState state = null;
        try {
            preparations.waitWhile(() -> !isAtRest(catalog.states().get(name)), TO_COME_TO_REST);
            state = catalog.states().get(name);
            if (settings.enabled() && state != null && isAtRest(state)) {
                rehearsal.with(wanted);
            }
            read(wanted);
            problems.remove(name);
        } catch (CancellationException e) {
            LOG.debug("{} is not prepared to the end", name, e);
        } catch (RuntimeException | VirtualMachineError e) {
            tell(name, e);
        }
        if (state != null && isAtRest(state) && !preparations.isClosed()) {
            dealtWith.put(name, state.text());
        }
    }

    /** One that has gone needs not be waited for. */
    private boolean isAtRest(@Nullable RecordingState state) {
        return state == null || isUnchangedFor(AT_REST, state);
    }

    private void read(Preparation wanted) throws InterruptedException {
        try (var recording = catalog.open(wanted.dataset(), NEEDS, preparations::isClosed)) {
            for (var session : wanted.sessions()) {
                preparations.waitWhile(workload::isBusy, GIVES_WAY);
                if (preparations.isClosed()) {
                    return;
                }
                recording.prepare(session);
                preparations.oneMoreDone(wanted.dataset());
            }
            LOG.info(
                    "Prepared {}, {} sessions",
                    wanted.dataset(),
                    wanted.sessions().size());
        }
    }

    private void tell(String name, Throwable problem) {
        var text = problem.toString();
        if (text.equals(problems.put(name, text))) {
            LOG.debug("{} still cannot be prepared", name, problem);
        } else if (problem instanceof DataException) {
            LOG.warn("{} cannot be prepared: {}", name, problem.getMessage());
        } else {
            LOG.error("{} cannot be prepared", name, problem);
        }
    }
}
