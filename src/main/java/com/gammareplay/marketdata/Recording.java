package com.gammareplay.marketdata;

import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.List;

/** A DataProvider whose sessions lie in the past. */
public interface Recording extends DataProvider {

    @Override
    RecordedSession open(Session session, List<Index> indices);

    /** The indices of which it has any row. */
    List<Index> indices();

    /** Whether its market was made up. */
    boolean isSynthetic();

    /** What the recording lacks as a whole, such as a table that is not there. */
    List<Shortcoming> shortcomings();
}
