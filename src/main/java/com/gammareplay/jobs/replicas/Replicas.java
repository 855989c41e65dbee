package com.gammareplay.jobs.replicas;

import com.gammareplay.jobs.JobSettings;
import com.gammareplay.jobs.store.Database;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says to the processes that share the jobs database that this one lives and which recordings it has, and looks at what
 * they have. One with a database of its own is alone. Thread-safe.
 */
@Component
public class Replicas {

    private static final Logger LOG = LoggerFactory.getLogger(Replicas.class);

    /** So often in a row a recording is missed before that counts: where one is deleted, others say so a little later. */
    private static final int MISSED = 3;

    private final Database database;
    private final ReplicaTable table;
    private final DatasetCatalog catalog;
    private final JobSettings settings;
    private final Contact contact = new Contact(System::nanoTime);
    private List<Replica> others = List.of();
    private Set<String> missing = Set.of();
    private Set<String> told = Set.of();
    private boolean wasComplete;
    private int misses;
    private volatile boolean hasLeft;

    Replicas(Database database, ReplicaTable table, DatasetCatalog catalog, JobSettings settings) {
        this.database = database;
        this.table = table;
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Begins to look, perhaps anew. */
    public void join() {
        hasLeft = false;
        look();
    }

    /** Says that this process lives, and looks at the others; what was seen before stays if that fails. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    public void look() {
        if (meet()) {
            synchronized (this) {
                misses = missing.isEmpty() ? 0 : misses + 1;
                wasComplete = wasComplete || missing.isEmpty();
                tell();
            }
        }
    }

    /** One after another; who asks what was seen does not wait for the database. */
    private boolean meet() {
        if (hasLeft || !database.isShared()) {
            return false;
        }
        synchronized (table) {
            try {
                var own = readable();
                var seen = table.meet(own, settings.workers(), isSteady());
                contact.made();
                see(seen, own);
                return true;
            } catch (NestedRuntimeException e) {
                LOG.debug("The jobs database cannot be used", e);
                return false;
            }
        }
    }

    private synchronized void see(List<Replica> seen, Set<String> own) {
        others = seen;
        missing = seen.stream()
                .flatMap(other -> other.datasets().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(own);
    }

    private synchronized boolean isAnyMissing() {
        return !missing.isEmpty();
    }

    private Set<String> readable() {
        try {
            return catalog.datasets().stream()
                    .filter(dataset -> dataset.readable().isPresent())
                    .map(Dataset::name)
                    .collect(Collectors.toSet());
        } catch (DataException e) {
            LOG.debug("The folder of the recordings cannot be read", e);
            return Set.of();
        }
    }

    private void tell() {
        var now = missing();
        if (!now.isEmpty() && !now.equals(told)) {
            LOG.warn(
                    "Not ready: other replicas have recordings that this one lacks or cannot read: {}",
                    String.join(", ", now));
        } else if (now.isEmpty() && !told.isEmpty()) {
            LOG.info("Has all recordings that other replicas have");
        }
        told = now;
    }

    /** The recordings that others have and this process lacks; as long as there are any it takes no jobs. */
    public synchronized Set<String> missing() {
        return wasComplete && misses < MISSED ? Set.of() : missing;
    }

    /** Whether this process knows what others have, and has it too. */
    public synchronized boolean isComplete() {
        return !database.isShared() || (wasComplete && missing().isEmpty());
    }

    /** Looks anew whether others have any recording that this process lacks. */
    public boolean lacksAny() {
        return meet() && isAnyMissing();
    }

    /**
     * Whether others would have been seen by now if they lived. Not so for a while after a break of the database or of this
     * process, for which they may have been unable to say so.
     */
    public boolean isSteady() {
        return !database.isShared() || contact.isSteady();
    }

    /** How many processes live, this one among them. */
    public synchronized int count() {
        return others.size() + 1;
    }

    /** Most backtests that all of them replay at once. */
    public synchronized int workers() {
        return settings.workers() + others.stream().mapToInt(Replica::workers).sum();
    }

    /** Says that this process is about to end; it goes on for a while, and must not say any more that it lives. */
    public void leave() {
        hasLeft = true;
        if (database.isShared()) {
            try {
                table.leave();
            } catch (NestedRuntimeException e) {
                LOG.debug("The jobs database cannot be used", e);
            }
        }
    }
}
