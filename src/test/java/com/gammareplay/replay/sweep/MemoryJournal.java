package com.gammareplay.replay.sweep;

import com.gammareplay.statistics.Summary;
import java.util.ArrayList;
import java.util.List;

/** Keeps a sweep in memory. */
class MemoryJournal implements SweepJournal {

    private final List<Summary> rows = new ArrayList<>();
    private final List<Integer> choices = new ArrayList<>();

    List<Summary> summaries() {
        return List.copyOf(rows);
    }

    @Override
    public int rows() {
        return rows.size();
    }

    @Override
    public void keep(List<Summary> more) {
        rows.addAll(more);
    }

    @Override
    public List<Integer> choices() {
        return List.copyOf(choices);
    }

    @Override
    public void choose(int row) {
        choices.add(row);
    }

    @Override
    public void pause() {}
}
