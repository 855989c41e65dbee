package com.gammareplay.jobs.paper;

import com.gammareplay.jobs.paper.PaperEvent.Kind;
import com.gammareplay.jobs.paper.PaperLog.Line;
import com.gammareplay.live.Parity;
import com.gammareplay.live.RecordedSessions;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.marketdata.LiveRecordings.Journal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the recordings of paper sessions say that was decided; they can be written meanwhile. */
@Component
class PaperJournal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LiveRecordings recordings;
    private final RecordedSessions sessions;

    PaperJournal(LiveRecordings recordings, RecordedSessions sessions) {
        this.recordings = recordings;
        this.sessions = sessions;
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
        return journal(paper).isEmpty()
                ? RecordedSessions.NOTHING
                : sessions.check(paper.dataset()).orElse(RecordedSessions.NOTHING);
    }
}
