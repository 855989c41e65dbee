package com.gammareplay.marketdata;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The recordings that can be replayed. Looked up anew at each call: files come and go. */
public interface DatasetCatalog {

    /** Every recording, by name. */
    List<Dataset> datasets();

    /** The recording of a name, readable or not. */
    Optional<Dataset> dataset(String name);

    /**
     * How many leg prices a recording has. Not told with the rest of it, for a replay has no use for it: the first time
     * it takes a walk through an index.
     *
     * @throws DataException if it is gone or cannot be read
     */
    long rows(String name);

    /** How the files of each recording are now, by name; those that are no recordings or cannot be read are left out. */
    Map<String, RecordingState> states();

    /**
     * The first and the last session of a recording; empty if it has none.
     *
     * @param zone of its timestamps, as far as they name none
     * @throws DataException if it is gone or cannot be read
     */
    Optional<SessionRange> sessions(String name, ZoneId zone);

    /**
     * Counts what becomes of the rows of a recording, unless it is known; {@link #dataset} tells it until the files change.
     * Takes a scan of all tables.
     *
     * @param cancelled asked now and then; once true, counting ends with a {@code CancellationException}
     * @throws DataException if it is gone or cannot be read
     */
    void count(String name, BooleanSupplier cancelled);

    /**
     * Opens a recording for a replay.
     *
     * @param cancelled asked now and then while reading; once true, reading ends with a {@code CancellationException}
     * @throws DataException if it is gone or cannot be read
     */
    Recording open(String name, DataNeeds needs, BooleanSupplier cancelled);
}
