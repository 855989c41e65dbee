package com.gammareplay.replay.sweep;

import com.gammareplay.statistics.Summary;
import java.util.List;

/** Where a sweep keeps what it has done, so that it can go on after a restart. Each call is complete or not done. */
public interface SweepJournal {

    /** How many rows are kept: the base first, then the combinations in their order. */
    int rows();

    /** Keeps the next rows. */
    void keep(List<Summary> rows);

    /** The rows chosen in the windows of the walk-forward test that are done, in order. */
    List<Integer> choices();

    /** Keeps the row chosen in the next window. */
    void choose(int row);

    /** Called between two steps, when everything is kept: lets others go first. */
    void pause();
}
