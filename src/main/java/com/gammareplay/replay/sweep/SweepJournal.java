package com.gammareplay.replay.sweep;

import com.gammareplay.replay.Headline;
import com.gammareplay.replay.Provenance;
import java.util.List;

/** Where a sweep keeps what it has done, so that it can go on after a restart. Each call is complete or not done. */
public interface SweepJournal {

    /** What the kept rows were made from, as {@link #madeFrom} noted it; empty if nothing was. */
    String data();

    /** Notes what the rows that are kept next were made from. */
    void madeFrom(String data);

    /** Drops everything that is kept, since it is not of the data or the program that the rest would be of. */
    void beginAnew();

    /** Notes what all rows were made from, for those who read them. */
    void describe(Provenance provenance);

    /** How many rows are kept: the base first, then the combinations in their order. */
    int rows();

    /** Keeps the next rows. */
    void keep(List<Headline> rows);

    /** The rows chosen in the windows of the walk-forward test that are done, in order. */
    List<Integer> choices();

    /** Keeps the row chosen in the next window. */
    void choose(int row);

    /** Called between two steps, when everything is kept: lets others go first. */
    void pause();
}
