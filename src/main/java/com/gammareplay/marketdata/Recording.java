package com.gammareplay.marketdata;

import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.List;
import java.util.Optional;

/** A DataProvider whose sessions lie in the past. */
public interface Recording extends DataProvider {

    @Override
    RecordedSession open(Session session, List<Index> indices);

    /**
     * Lets go of what was kept in other states of the recording: replays read it again, though no row was added to it.
     *
     * @throws DataException if its data cannot be read
     */
    void distrust();

    /**
     * Keeps what replays read of a session, all indices, unless it is kept already. Nothing is kept of a recording that
     * was written to a moment ago, which may change again without anybody seeing it; but if what is read differs from what
     * replays were given, they are given no more of that.
     *
     * @return whether all of it is kept now
     * @throws DataException if its data cannot be read
     */
    boolean prepare(Session session);

    /** The indices of which it has any row. */
    List<Index> indices();

    /** The first and the last session; empty if it has none. */
    Optional<SessionRange> sessions();

    /** Whether its market was made up. */
    boolean isSynthetic();

    /** What the recording lacks as a whole, such as a table that is not there. */
    List<Shortcoming> shortcomings();
}
