package com.gammareplay.jobs.sweeps;

import com.gammareplay.jobs.Accepted;
import com.gammareplay.jobs.IdempotencyKey;
import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.WarningFilter;
import com.gammareplay.jobs.intake.JobIntake;
import com.gammareplay.replay.Warning;
import com.gammareplay.replay.WarningCode;
import com.gammareplay.replay.sweep.SweepRequest;
import com.gammareplay.requests.InvalidRequestException;
import com.gammareplay.requests.SweepReader;
import com.gammareplay.statistics.Trials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is special about sweeps as jobs: how they are accepted, and what they give. Thread-safe. */
@Component
public class SweepJobs {

    private static final KeptCombination GONE = new KeptCombination("null", null, null);

    private final JobIntake intake;
    private final SweepReader reader;
    private final SweepStore store;
    private final KeptCombinations kept;
    private final SweepTrials trials;

    SweepJobs(JobIntake intake, SweepReader reader, SweepStore store, KeptCombinations kept, SweepTrials trials) {
        this.intake = intake;
        this.reader = reader;
        this.store = store;
        this.kept = kept;
        this.trials = trials;
    }

    /**
     * Accepts a sweep; once this returns, the job survives a crash.
     *
     * @param body the submission as JSON
     * @param key by which the same submission gives the same job, if it has one
     * @throws com.gammareplay.requests.MalformedJsonException if the body is no JSON
     * @throws InvalidRequestException naming everything that is wrong
     * @throws com.gammareplay.jobs.SubmissionRefusedException if it cannot be accepted though it is right
     */
    public Accepted submit(byte[] body, @Nullable IdempotencyKey key) {
        return intake.submit(
                JobKind.SWEEP,
                body,
                key,
                reader::read,
                (job, sweep) -> store.add(job.id(), sweep.combinations().size()));
    }

    /** The request of a sweep that was accepted. */
    public SweepRequest request(Job job) {
        return reader.readAccepted(job.request());
    }

    /** How many combinations sweeps try, by id. */
    public Map<String, CombinationCounts> counts(List<Job> jobs) {
        return store.counts(jobs.stream().map(Job::id).toList());
    }

    /** The headline of the base, as JSON; empty if the sweep is gone. */
    public Optional<String> base(Job job) {
        return Optional.ofNullable(kept.find(job.id(), List.of(0)).get(0)).map(KeptCombination::headline);
    }

    /**
     * The combinations by a headline number, numbered from 0: those without it last, equal ones in their order.
     *
     * @param number the name of a headline number
     */
    public List<Integer> ranking(
            Job job, String number, boolean descending, WarningFilter without, int offset, int limit) {
        return kept.ranking(job.id(), number, descending, without, offset, limit);
    }

    /** What is kept of some combinations, in the order asked for. */
    public List<KeptCombination> kept(Job job, List<Integer> combinations) {
        var found = kept.find(
                job.id(), combinations.stream().map(number -> number + 1).toList());
        return combinations.stream()
                .map(number -> found.getOrDefault(number + 1, GONE))
                .toList();
    }

    /** What was tried so far on the data of a sweep; empty if an earlier version ended it. */
    public Optional<Trials> tried(Job job) {
        return trials.onDataOf(job);
    }

    /** A headline number of every combination that a filter does not leave out, in their order. */
    public List<CombinationNumber> numbers(Job job, String number, WarningFilter without) {
        return kept.numbers(job.id(), number, without);
    }

    /** What all combinations were made from, as JSON; empty if an earlier version ended the sweep. */
    public Optional<String> provenance(Job job) {
        return store.provenance(job.id());
    }

    /** What the reader of the results must know about them. */
    public List<Warning> warnings(Job job) {
        var times = store.begunAnew(job.id());
        return times == 0
                ? List.of()
                : List.of(new Warning(
                        WarningCode.BEGUN_ANEW,
                        times,
                        "The data or the version of the service changed while this sweep ran; it began anew, so that"
                                + " all combinations are of the same.",
                        Map.of()));
    }

    /** The walk-forward test as JSON, if the sweep has one. */
    public Optional<String> walkForward(Job job) {
        return store.walkForward(job.id());
    }
}
