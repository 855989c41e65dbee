package com.gammareplay.jobs;

import com.gammareplay.jobs.JobEvent.Closed;
import com.gammareplay.jobs.JobEvent.End;
import com.gammareplay.jobs.JobEvent.Progress;
import com.gammareplay.jobs.JobEvent.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The events of a job's present attempt, in order. Each has a place, which is counted over all attempts. */
final class JobLog {

    private final List<JobEvent> events = new ArrayList<>();
    private long start;
    private int trades;
    private int progressVersion;
    private boolean over;
    private @Nullable Job job;

    @Nullable
    Job job() {
        return job;
    }

    /**
     * Notes the job's row: a state that is new, or progress.
     *
     * @param result all trades of the attempt as JSON, if it is only now that they are known
     */
    void update(Job row, List<String> result) {
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
        events.add(new State(id(row, false), row));
        result.stream().skip(trades).forEach(json -> closed(() -> json));
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

    /** What somebody who knows {@code after} has to hear to know everything; all of the attempt if that is null. */
    List<JobEvent> since(@Nullable EventId after) {
        var now = present();
        var known = after == null || after.attempt() != now.attempt() || after.trades() > trades ? null : after;
        var missed = new ArrayList<JobEvent>();
        if (known == null || known.status() != now.status()) {
            missed.add(new State(id(now, known == null ? 0 : known.trades()), now));
        }
        for (var event : events) {
            if (event instanceof Closed(EventId id, Supplier<String> json)
                    && (known == null || id.trades() > known.trades())) {
                missed.add(new Closed(id(now, id.trades()), json));
            }
        }
        if (now.status().isFinal()) {
            missed.add(new End(id(now, true), now));
        }
        return missed;
    }

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
