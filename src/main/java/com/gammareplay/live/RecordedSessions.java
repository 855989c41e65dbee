package com.gammareplay.live;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.replay.RunNeeds;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.requests.PaperReader;
import com.gammareplay.requests.PaperRequest;
import java.util.Optional;

/** The paper sessions that recordings tell of: what they were asked for, and whether a replay decides the same. */
public final class RecordedSessions {

    /** Of a session that decided nothing there may be no row. */
    public static final Parity NOTHING = new Parity(true, 0, 0, 0, 0, null);

    private final LiveRecordings recordings;
    private final DatasetCatalog datasets;
    private final PaperReader requests;
    private final ReportWriter report;

    /**
     * Those of some recordings.
     *
     * @param datasets the same recordings, as they are replayed
     */
    public RecordedSessions(
            LiveRecordings recordings, DatasetCatalog datasets, PaperReader requests, ReportWriter report) {
        this.recordings = recordings;
        this.datasets = datasets;
        this.requests = requests;
        this.report = report;
    }

    /**
     * What a session was asked for; empty if the recording is that of none.
     *
     * @throws DataException if it is not there or cannot be read
     */
    public Optional<PaperRequest> request(String recording) {
        return recordings.journal(recording).map(journal -> request(recording, journal));
    }

    private PaperRequest request(String recording, LiveRecordings.Journal journal) {
        try {
            return requests.readRecorded(journal.description(), recording);
        } catch (RuntimeException e) {
            throw new DataException(
                    DataException.Kind.CORRUPT, recording + " does not say what its session was asked for", e);
        }
    }

    /**
     * Replays what a session decided, from its recording alone, whatever that is called by now; empty if it is that of none.
     *
     * @throws DataException if it is not there or cannot be read
     */
    public Optional<Parity> check(String recording) {
        return recordings.journal(recording).map(journal -> check(recording, journal));
    }

    private Parity check(String recording, LiveRecordings.Journal journal) {
        var request = request(recording, journal);
        if (journal.ticks().isEmpty()) {
            return NOTHING;
        }
        try (var opened = datasets.open(recording, RunNeeds.of(request.replay()), () -> false)) {
            var market = opened.open(request.session(), request.replay().indices());
            return new ParityCheck(request, journal.ticks(), report)
                    .run(market)
                    .withVisible(tick -> recordings.visible(recording, tick));
        }
    }
}
