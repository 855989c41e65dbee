package com.gammareplay.jobs.paper;

import com.gammareplay.jobs.paper.PaperEvent.Kind;
import com.gammareplay.jobs.paper.PaperLog.Line;
import com.gammareplay.live.PaperDescription;
import com.gammareplay.live.Parity;
import com.gammareplay.live.ParityCheck;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.marketdata.LiveRecordings.Journal;
import com.gammareplay.replay.Backtests;
import com.gammareplay.replay.RunNeeds;
import com.gammareplay.report.ReportWriter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the recordings of paper sessions say that was decided; they can be written meanwhile. */
@Component
class PaperJournal {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Parity NOTHING = new Parity(true, 0, 0, 0, 0, null);

    private final LiveRecordings recordings;
    private final DatasetCatalog datasets;
    private final Backtests backtests;
    private final ReportWriter report;

    PaperJournal(LiveRecordings recordings, DatasetCatalog datasets, Backtests backtests, ReportWriter report) {
        this.recordings = recordings;
        this.datasets = datasets;
        this.backtests = backtests;
        this.report = report;
    }

    /** A session that has decided nothing may have no recording yet. */
    private Optional<Journal> journal(Paper paper) {
        try {
            return recordings.journal(paper.dataset());
        } catch (DataException e) {
            if (paper.standing().tick() == null) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The decisions and trades of a session so far.
     *
     * @throws DataException if its recording is gone or cannot be read
     */
    List<Line> lines(Paper paper) {
        return journal(paper).stream()
                .flatMap(journal -> journal.ticks().stream())
                .flatMap(tick -> tick.decided().lines())
                .map(json -> new Line(JSON.readTree(json).has("outcome") ? Kind.DECISION : Kind.TRADE, json))
                .toList();
    }

    /** Replays the ticks that were decided, from the recording alone, and compares. */
    Parity check(Paper paper) {
        var journal = journal(paper).filter(found -> !found.ticks().isEmpty());
        if (journal.isEmpty()) {
            return NOTHING;
        }
        var request = PaperDescription.read(journal.get().description(), backtests);
        var replay = request.replay();
        try (var recording = RunNeeds.open(datasets, replay, RunNeeds.of(replay), () -> false)) {
            var market = recording.open(request.session(), replay.indices());
            return new ParityCheck(request, journal.get().ticks(), report).run(market);
        }
    }
}
