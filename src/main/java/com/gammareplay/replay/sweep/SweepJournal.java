package com.gammareplay.replay.sweep;

import com.gammareplay.replay.Provenance;
import java.util.List;

/** Where a sweep keeps what it has done, so that it can go on after a restart. Its combinations have
 * numbers; 0 is the base. Each call is complete or not done. */
public interface SweepJournal {

    /** What the kept combinations were replayed from, as {@link #madeFrom} noted it; empty if nothing was. */
    String data();

    /** Notes what the combinations that are kept next are replayed from. */
    void madeFrom(String data);

    /** Drops everything that is kept, since it is not of the data or the program that the rest would be of. */
    void beginAnew();

    /** Notes what all combinations were replayed from, for those who read them. */
    void describe(Provenance provenance);

    /** How many combinations are kept, the base with them: they are in the order of their numbers. */
    int kept();

    /** Keeps what the next combinations gave. */
    void keep(List<SweptCombination> combinations);

    /** The combinations chosen in the windows of the walk-forward test that are done, in order. */
    List<Integer> choices();

    /** Keeps the combination chosen in the next window. */
    void choose(int number);

    /** Called between two steps, when everything is kept: lets others go first. */
    void pause();
}
