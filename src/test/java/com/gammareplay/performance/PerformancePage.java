package com.gammareplay.performance;

import com.gammareplay.performance.Measurement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of docs/performance.md. */
final class PerformancePage {

    private static final double MEBIBYTE = 1 << 20;

    private final Figures figures;
    private final List<String> lines = new ArrayList<>();

    PerformancePage(Figures figures) {
        this.figures = figures;
    }

    List<String> lines() {
        reading();
        replaying();
        sweeping();
        memory();
        return List.copyOf(lines);
    }

    private void reading() {
        section(
                "Reading",
                "work",
                "indices",
                "leg prices",
                "first s",
                "warm s",
                "rows/s warm",
                "first / scan",
                "warm / scan");
        for (var indices : Rounds.INDICES) {
            var scan = Rounds.scan(indices);
            var rows = figures.best(scan + " rows");
            var best = figures.best(scan);
            row("`sqlite3` scan", names(indices), whole(rows), "", seconds(scan), whole(rows / best), "", "1");
            var found = scan + " found";
            row(
                    "`sqlite3` scan, by time and index",
                    names(indices),
                    whole(rows),
                    "",
                    seconds(found),
                    whole(rows / figures.best(found)),
                    "",
                    ratio(found, best));
            for (var kind : List.of(Kind.READ, Kind.READ_KEPT)) {
                var group = Rounds.group(kind, indices);
                row(
                        kind.title(),
                        names(indices),
                        whole(rows),
                        seconds(group + " first"),
                        seconds(group + " warm"),
                        whole(rows / figures.best(group + " warm")),
                        ratio(group + " first", best),
                        ratio(group + " warm", best));
            }
        }
    }

    private void replaying() {
        section(
                "Replaying",
                "work",
                "indices",
                "first s",
                "warm s",
                "ticks/s first",
                "ticks/s warm",
                "sessions/s first",
                "sessions/s warm",
                "first / scan",
                "warm / scan");
        for (var indices : Rounds.INDICES) {
            var counts = Rounds.group(Kind.REPLAY_KEPT, indices);
            var ticks = figures.best(counts + " ticks");
            var sessions = figures.best(counts + " sessions");
            var scan = figures.best(Rounds.scan(indices));
            for (var kind : List.of(Kind.REPLAY, Kind.REPLAY_KEPT, Kind.LOOP)) {
                var first = Rounds.group(kind, indices) + " first";
                var warm = Rounds.group(kind, indices) + " warm";
                row(
                        kind.title(),
                        names(indices),
                        seconds(first),
                        seconds(warm),
                        whole(ticks / figures.best(first)),
                        whole(ticks / figures.best(warm)),
                        whole(sessions / figures.best(first)),
                        whole(sessions / figures.best(warm)),
                        ratio(first, scan),
                        ratio(warm, scan));
            }
        }
        section("Whole processes", "work", "s", "/ scan");
        var scan = figures.best(Rounds.scan(Rounds.INDICES.getLast()));
        row("command `replay`, nothing kept", seconds("COMMAND first"), ratio("COMMAND first", scan));
        row("command `replay`, all kept", seconds("COMMAND warm"), ratio("COMMAND warm", scan));
        jobs();
    }

    private void jobs() {
        section("Jobs", "from `POST` to `SUCCEEDED`", "indices", "first s", "warm s", "first / scan", "warm / scan");
        job("all prepared", Rounds.INDICES.getFirst(), "JOB");
        for (var indices : Rounds.INDICES) {
            job("a recording new to the service", indices, "JOB new " + String.join(",", indices));
        }
    }

    private void job(String work, List<String> indices, String group) {
        var scan = figures.best(Rounds.scan(indices));
        var first = group + " first";
        var warm = group + " warm";
        row(work, names(indices), seconds(first), seconds(warm), ratio(first, scan), ratio(warm, scan));
    }

    private void sweeping() {
        section(
                "Sweeping",
                "combinations",
                "threads",
                "first s",
                "warm s",
                "combinations/s first",
                "combinations/s warm",
                "session replays/s warm");
        var sessions = figures.best(Rounds.group(Kind.REPLAY_KEPT, Rounds.INDICES.getFirst()) + " sessions");
        for (var sweep : Rounds.SWEEPS) {
            var first = Rounds.group(sweep) + " first";
            var warm = Rounds.group(sweep) + " warm";
            var each = sweep.combinations() / figures.best(warm);
            row(
                    whole(sweep.combinations()),
                    String.valueOf(sweep.threads()),
                    seconds(first),
                    seconds(warm),
                    whole(sweep.combinations() / figures.best(first)),
                    whole(each),
                    whole(each * sessions));
        }
    }

    private void memory() {
        section("Memory", "work", "indices", "peak heap MiB", "peak resident MiB");
        for (var indices : Rounds.INDICES) {
            for (var kind : List.of(Kind.REPLAY, Kind.REPLAY_KEPT)) {
                var group = Rounds.group(kind, indices);
                row(kind.title(), names(indices), mebibytes(group + " heap"), mebibytes(group + " resident"));
            }
        }
    }

    private void section(String title, String... columns) {
        lines.add("");
        lines.add("## " + title);
        lines.add("");
        row(columns);
        lines.add("|---".repeat(columns.length) + "|");
    }

    private void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    private static String names(List<String> indices) {
        return String.join(" and ", indices);
    }

    /** The best and, in brackets, the median. */
    private String seconds(String name) {
        return String.format(Locale.ROOT, "%.3f (%.3f)", figures.best(name), figures.median(name));
    }

    private String ratio(String name, double scan) {
        return String.format(Locale.ROOT, "%.2f", figures.best(name) / scan);
    }

    private String mebibytes(String name) {
        return whole(figures.greatest(name) / MEBIBYTE);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
