package com.gammareplay.marketdata;

import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A recording that one session writes: what is added is on the disk before it is seen, and is seen as it was written. The
 * views of the session stay, whatever is added. Used by one thread.
 */
public interface LiveRecording extends SessionMarket, AutoCloseable {

    /**
     * Adds a pass in one transaction and shows it.
     *
     * @param earliest the stamp that it gets unless the file has newer rows: then the newest stamp in it, and a second
     *     more if a table that the pass goes to has rows of the index at it
     * @return its stamp, an epoch second
     * @throws RecordingFailedException if it could not be written: then nothing of it is there
     * @throws DataException if it must be opened anew, since what was written before could not be read
     */
    long add(MarketPass pass, long earliest);

    /** The stamp of the newest row of any table and session; {@code MarketView.NONE} in an empty recording. */
    long newest();

    /** The contracts of the session's first chain, by which those to be recorded are chosen; empty before it. */
    Optional<List<OptionContract>> firstChain(Index index);

    /**
     * Notes down a tick at which was decided, with what came of it; on the disk when it returns.
     *
     * @param decided what a reader compares, opaque here
     * @throws RecordingFailedException if it could not be written
     */
    void decided(long tick, String decided);

    /** The ticks noted down, in the order in which they were decided. */
    List<DecidedTick> decidedTicks();

    /** What the session was asked for, as noted down by {@link #describe}; empty if it was not. */
    Optional<String> description();

    /** Notes down what the session is asked for; once. */
    void describe(String description);

    /**
     * Deletes the rows of sessions before a date, many times a few, so that readers never wait for long.
     *
     * @param date not after the session
     * @return how many there were
     * @throws RecordingFailedException if not all could be deleted
     */
    long deleteBefore(LocalDate date);

    @Override
    void close();

    /**
     * A tick at which was decided.
     *
     * @param seen how far the tables went then: what the decision could know
     */
    record DecidedTick(long tick, String decided, String seen) {}
}
