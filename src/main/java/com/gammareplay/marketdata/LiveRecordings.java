package com.gammareplay.marketdata;

import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.List;
import java.util.Optional;

/** The recordings that are written by this program. Thread-safe. */
public interface LiveRecordings {

    /**
     * Opens a recording to be written to, made anew if there is none of that name, and holds it until it is closed.
     *
     * @param name of the dataset: letters, digits, dots, underscores and hyphens
     * @param synthetic whether the market is made up: the recording says so, and holds no other
     * @throws DataException if it cannot be opened, another holds it, or it has rows of later sessions
     */
    LiveRecording open(String name, Session session, List<Index> indices, boolean synthetic);

    /**
     * Deletes a recording; nothing happens if there is none.
     *
     * @throws DataException if another holds it, or it cannot be deleted
     */
    void delete(String name);

    /**
     * What a recording says that was decided, read beside whoever writes it; empty if it is that of no paper session.
     *
     * @throws DataException if it is not there or cannot be read
     */
    Optional<Journal> journal(String name);

    /**
     * The highest row of each table of a recording whose stamp is not after an instant, in the form of
     * {@link LiveRecording.DecidedTick#seen}: what a replay can see then.
     *
     * @throws DataException if it is not there or cannot be read
     */
    String visible(String name, long instant);

    /**
     * What was decided in a paper session.
     *
     * @param description of what it was asked for
     * @param ticks in the order in which they were decided
     */
    record Journal(String description, List<LiveRecording.DecidedTick> ticks) {}
}
