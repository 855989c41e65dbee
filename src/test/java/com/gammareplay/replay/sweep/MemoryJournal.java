package com.gammareplay.replay.sweep;

import com.gammareplay.replay.Headline;
import com.gammareplay.replay.Provenance;
import com.gammareplay.statistics.Summary;
import java.util.ArrayList;
import java.util.List;

/** Keeps a sweep in memory. */
class MemoryJournal implements SweepJournal {

    private final List<SweptCombination> rows = new ArrayList<>();
    private final List<Integer> choices = new ArrayList<>();
    private final List<Provenance> provenances = new ArrayList<>();
    private String data = "";
    private int begunAnew;

    List<Headline> headlines() {
        return rows.stream().map(SweptCombination::headline).toList();
    }

    List<SweptCombination> sweepRows() {
        return List.copyOf(rows);
    }

    List<Summary> summaries() {
        return headlines().stream().map(Headline::summary).toList();
    }

    @Override
    public int kept() {
        return rows.size();
    }

    @Override
    public void keep(List<SweptCombination> more) {
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

    List<Provenance> provenances() {
        return List.copyOf(provenances);
    }

    @Override
    public String data() {
        return data;
    }

    @Override
    public void madeFrom(String text) {
        data = text;
    }

    @Override
    public void beginAnew() {
        rows.clear();
        choices.clear();
        data = "";
        begunAnew++;
    }

    int begunAnew() {
        return begunAnew;
    }

    @Override
    public void describe(Provenance provenance) {
        provenances.add(provenance);
    }

    @Override
    public void pause() {}
}
