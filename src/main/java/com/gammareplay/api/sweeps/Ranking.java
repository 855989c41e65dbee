package com.gammareplay.api.sweeps;

import com.gammareplay.api.conventions.Cursor;
import com.gammareplay.api.conventions.RawJson;
import com.gammareplay.api.sweeps.SweepResultsView.BaseView;
import com.gammareplay.api.sweeps.SweepResultsView.RowView;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.sweeps.KeptCombination;
import com.gammareplay.jobs.sweeps.SweepJobs;
import com.gammareplay.replay.sweep.Axis;
import com.gammareplay.replay.sweep.SweepRequest;
import com.gammareplay.report.SweepReport;
import com.gammareplay.statistics.ResultNumber;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The combinations of a sweep in some order, as pages or as a table. */
final class Ranking {

    private static final int AT_ONCE = 500;

    private final SweepJobs sweeps;
    private final SweepReport report;
    private final Job job;
    private final RankingOrder order;
    private final SweepRequest request;
    private final Selection selection;

    Ranking(SweepJobs sweeps, SweepReport report, Job job, RankingOrder order) {
        this.sweeps = sweeps;
        this.report = report;
        this.job = job;
        this.order = order;
        this.request = sweeps.request(job);
        this.selection = new Selection(sweeps.tried(job).orElse(null), combinations());
    }

    /** A page: ended sweeps do not change, so a place in the order is enough to go on from. */
    SweepResultsView page(@Nullable String cursor, int limit) {
        var place = new Cursor("sweep " + job.id() + order);
        var from = place.read(cursor, Ranking::place).orElse(0);
        var page = place.page(ranked(from, limit + 1), limit, _ -> Integer.toString(from + limit));
        var ranked = page.items();
        var kept = sweeps.kept(job, ranked);
        var rows = IntStream.range(0, ranked.size())
                .mapToObj(i -> row(from + i + 1, ranked.get(i), kept.get(i)))
                .toList();
        return new SweepResultsView(
                combinations(),
                selection.count(),
                selection.sharpeByChance(),
                selection.reasons(),
                base(),
                rows,
                page.next(),
                sweeps.warnings(job),
                sweeps.provenance(job).map(RawJson::new).orElse(null));
    }

    private RowView row(int rank, int combination, KeptCombination kept) {
        var intervals = kept.intervals();
        return new RowView(
                rank,
                values(combination),
                new RawJson(kept.headline()),
                selection.deflatedSharpe(kept),
                intervals == null ? null : new RawJson(intervals),
                selection.reasons(kept));
    }

    private static int place(String text) {
        var place = Integer.parseInt(text);
        if (place < 0) {
            throw new IllegalArgumentException("place must not be negative, was " + place);
        }
        return place;
    }

    private List<Integer> ranked(int from, int limit) {
        return sweeps.ranking(job, order.number(), order.descending(), order.without(), from, limit);
    }

    private int combinations() {
        return request.combinations().size();
    }

    @SuppressWarnings("NullAway") // a parameter may be unset, which JSON writes as null
    private Map<String, Object> values(int combination) {
        return request.combinations().values(combination);
    }

    @SuppressWarnings("NullAway") // the same
    private BaseView base() {
        var all = request.base().parameters().plain();
        var swept = new LinkedHashMap<String, Object>();
        for (var axis : request.combinations().axes()) {
            swept.put(axis.name(), all.get(axis.name()));
        }
        return new BaseView(swept, new RawJson(sweeps.base(job).orElse("null")));
    }

    /** Header and rows: rank, swept parameters, headline numbers, warnings, and how sure they are. */
    Iterator<List<String>> csv() {
        var names = request.combinations().axes().stream().map(Axis::name);
        var confidence = Stream.concat(
                Stream.of("warnings", Selection.DEFLATED_SHARPE),
                request.intervals() ? SweepReport.INTERVAL_COLUMNS.stream() : Stream.of());
        var header = Stream.of(Stream.of("rank"), names, ResultNumber.HEADLINE_NAMES.stream(), confidence)
                .flatMap(part -> part)
                .toList();
        var ranked = ranked(0, combinations());
        var parts = IntStream.iterate(0, from -> from < ranked.size(), from -> from + AT_ONCE)
                .boxed()
                .flatMap(from -> rows(from, ranked.subList(from, Math.min(ranked.size(), from + AT_ONCE))));
        return Stream.concat(Stream.of(header), parts).iterator();
    }

    private Stream<List<String>> rows(int from, List<Integer> combinations) {
        var kept = sweeps.kept(job, combinations);
        return IntStream.range(0, combinations.size()).mapToObj(i -> {
            var row = new ArrayList<String>();
            row.add(Integer.toString(from + i + 1));
            request.combinations().values(combinations.get(i)).values().forEach(value -> row.add(report.cell(value)));
            row.addAll(report.headlineCells(kept.get(i).headline()));
            row.add(report.cell(selection.deflatedSharpe(kept.get(i))));
            if (request.intervals()) {
                row.addAll(report.intervalCells(kept.get(i).intervals()));
            }
            return row;
        });
    }
}
