package com.gammareplay.replay;

import com.gammareplay.marketdata.Recording;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.statistics.Summary;
import com.gammareplay.trading.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what the reader of a run's numbers must know about them. Made once a recording, for all runs on it. */
public final class Findings {

    private final Optional<SessionRange> recorded;
    private final List<Warning> ofRecording = new ArrayList<>();

    /** Looks at a recording. */
    public Findings(Recording recording) {
        recorded = recording.sessions();
        if (recording.isSynthetic()) {
            ofRecording.add(Warning.of(
                    WarningCode.SYNTHETIC_DATA,
                    1,
                    "The market of this recording is made up: it says nothing about returns."));
        }
        for (var lack : recording.shortcomings()) {
            ofRecording.add(
                    new Warning(WarningCode.valueOf(lack.code()), lack.count(), lack.message(), lack.details()));
        }
    }

    /** All warnings of a run, in the order of their codes. */
    List<Warning> warnings(List<SessionResult> sessions, Ledger ledger) {
        var found = new ArrayList<>(ofRecording);
        found.addAll(new CoverageFindings(sessions).list());
        found.addAll(new SessionFindings(sessions, recorded).list());
        found.addAll(new PnlFindings(sessions, ledger).list());
        found.addAll(new TradeFindings(sessions, ledger).list());
        found.sort(Comparator.comparing(Warning::code));
        return List.copyOf(found);
    }

    /** The numbers of a run with the counts of its warnings. */
    public Headline headline(List<SessionResult> sessions, Ledger ledger) {
        return Headline.of(Summary.headline(ledger), warnings(sessions, ledger));
    }
}
