package com.gammareplay.jobs.sweeps;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.store.TrialLedger;
import com.gammareplay.statistics.Trials;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What sweeps have tried on their data. */
@Component
class SweepTrials {

    /** What of a request says which combinations are tried on which data, and what is to be known of them besides. */
    private static final List<String> NOT_TRIED = List.of("walkForward", "intervals");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SweepStore store;
    private final KeptCombinations kept;
    private final TrialLedger ledger;

    SweepTrials(SweepStore store, KeptCombinations kept, TrialLedger ledger) {
        this.store = store;
        this.kept = kept;
        this.ledger = ledger;
    }

    /** Notes what a sweep has tried, within the transaction that ends it. */
    void keep(Job job) {
        data(job).ifPresent(data -> ledger.keep(data, combinations(job), kept.tried(job.id())));
    }

    /** What was tried so far on the data of a sweep, itself included; empty if it does not say which they are. */
    Optional<Trials> onDataOf(Job job) {
        return data(job).map(ledger::on);
    }

    private Optional<String> data(Job job) {
        return store.provenance(job.id())
                .map(provenance -> JSON.readTree(provenance).path("dataSha256").asString());
    }

    /** The request without what makes no other combinations. */
    private static String combinations(Job job) {
        return ((ObjectNode) JSON.readTree(job.request())).remove(NOT_TRIED).toString();
    }
}
