package com.gammareplay.marketdata;

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

    /** How the files of each recording are now, by name; those that are no recordings or cannot be read are left out. */
    Map<String, RecordingState> states();

    /**
     * Opens a recording for a replay.
     *
     * @param cancelled asked now and then while reading; once true, reading ends with a {@code CancellationException}
     * @throws DataException if it is gone or cannot be read
     */
    Recording open(String name, DataNeeds needs, BooleanSupplier cancelled);
}
