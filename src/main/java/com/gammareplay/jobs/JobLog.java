package com.gammareplay.jobs;

import com.gammareplay.jobs.JobEvent.Closed;
import com.gammareplay.jobs.JobEvent.End;
import com.gammareplay.jobs.JobEvent.Progress;
import com.gammareplay.jobs.JobEvent.State;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of a job's present attempt, in order. Each has a place, which is counted over all attempts. */
final class JobLog {

    private final List<JobEvent> events = new ArrayList<>();
    private long start;
    private int trades;
    private int progressVersion;
    private boolean over;
    private @Nullable StoredTrades stored;
    private @Nullable Job job;

    @Nullable
    Job job() {
        return job;
    }

    /**
     * Notes the job's row: a state that is new, or progress.
     *
     * @param result all trades of the attempt, if it is only now that they are known: they are not kept here, and what there
     *     is to read of a job that ended so is {@link #since}
     */
    void update(Job row, @Nullable StoredTrades result) {
        var known = job;
        job = known != null && isFurther(known, row) ? known : row;
        if (known == null || known.attempt() != row.attempt()) {
            start += events.size();
            events.clear();
            trades = 0;
        } else if (known.status() == row.status()) {
            progressVersion += Objects.equals(known.progress(), present().progress()) ? 0 : 1;
            return;
        }
        if (result != null) {
            stored = result;
            trades = result.count();
            over = true;
            return;
        }
        events.add(new State(id(row, false), row));
        if (row.status().isFinal()) {
            events.add(new End(id(row, true), row));
            over = true;
        }
    }

    /** The row is written more seldom than progress is told. */
    private static boolean isFurther(Job known, Job row) {
        var told = known.progress();
        var written = row.progress();
        return known.attempt() == row.attempt()
                && known.status() == row.status()
                && told != null
                && (written == null || written.ticksDone() < told.ticksDone());
    }

    void progress(JobProgress progress) {
        job = present().at(progress);
        progressVersion++;
    }

    void closed(Supplier<String> json) {
        trades++;
        events.add(new Closed(id(present(), false), json));
    }

    /** Notes that the job has been deleted. */
    void gone() {
        over = true;
    }

    /** Whether nothing will be added any more. */
    boolean isOver() {
        return over;
    }

    int trades() {
        return trades;
    }

    /** The place of the first event that is still known. */
    long start() {
        return start;
    }

    /** The place behind the newest event. */
    long end() {
        return start + events.size();
    }

    /** Changes whenever the job gets further on. */
    int progressVersion() {
        return progressVersion;
    }

    /** At most some events from a place on, none of which is forgotten. */
    List<JobEvent> from(long place, int most) {
        var first = (int) (place - start);
        return List.copyOf(events.subList(first, Math.min(events.size(), first + most)));
    }

    /** How far the job is, while it runs. */
    Optional<JobEvent> newestProgress() {
        return Optional.ofNullable(job)
                .filter(known -> known.status() == JobStatus.RUNNING && known.progress() != null)
                .map(known -> new Progress(id(known, false), known));
    }

    /** Whether the job's trades are those of its result, which are not among the events. */
    boolean isStored() {
        return stored != null;
    }

    /**
     * What somebody who knows {@code after} has to hear to know everything; all of the attempt if that is null. Trades of a
     * result are read as they are asked for.
     */
    Iterator<JobEvent> since(@Nullable EventId after) {
        var now = present();
        var known = after == null || after.attempt() != now.attempt() || after.trades() > trades ? null : after;
        var first = known == null ? 0 : known.trades();
        var state = known == null || known.status() != now.status()
                ? Stream.<JobEvent>of(new State(id(now, first), now))
                : Stream.<JobEvent>empty();
        var end = now.status().isFinal() ? Stream.<JobEvent>of(new End(id(now, true), now)) : Stream.<JobEvent>empty();
        var missed = stored == null ? closed(now, first) : stored(now, first, stored);
        return Stream.concat(state, Stream.concat(missed, end)).iterator(); // flatMap would read all at once
    }

    private Stream<JobEvent> closed(Job now, int first) {
        return List.copyOf(events).stream()
                .filter(Closed.class::isInstance)
                .map(Closed.class::cast)
                .filter(event -> event.id().trades() > first)
                .map(event -> new Closed(id(now, event.id().trades()), event.json()));
    }

    private static Stream<JobEvent> stored(Job now, int first, StoredTrades trades) {
        var lines = trades.reading().get();
        return IntStream.rangeClosed(1, trades.count())
                .mapToObj(number -> new Numbered(number, lines.next()))
                .skip(first)
                .map(trade -> new Closed(id(now, trade.number()), trade::json));
    }

    private record Numbered(int number, String json) {}

    private EventId id(Job at, boolean end) {
        return new EventId(at.attempt(), trades, at.status(), end);
    }

    private static EventId id(Job at, int trades) {
        return new EventId(at.attempt(), trades, at.status(), false);
    }

    private Job present() {
        return Objects.requireNonNull(job);
    }
}
