package com.gammareplay.cli;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.live.RecordedSessions;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.marketdata.sqlite.RecordingPaths;
import com.gammareplay.marketdata.sqlite.SqliteLiveRecordings;
import com.gammareplay.replay.BacktestRunner;
import com.gammareplay.report.BuildVersion;
import com.gammareplay.report.JsonReport;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The recordings that this program wrote into a folder.
 *
 * @param home folder for copies of recordings that cannot be read where they lie
 */
record Written(Path folder, Path home) {

    static final String NAME_FORM = "made of letters, digits, dots, underscores and hyphens";

    /** Those in the home folder. */
    static Written in(Path home) {
        return new Written(RecordingPaths.written(home), home);
    }

    boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name + RecordingPaths.EXTENSION));
    }

    /**
     * Looks whether there is a recording.
     *
     * @param option to which its name was given, as messages begin
     * @throws ParameterException if not
     */
    void require(String name, CommandLine command, String option) {
        if (!RecordingPaths.isName(name)) {
            throw new ParameterException(command, option + "the name of a recording is " + NAME_FORM + ", not " + name);
        }
        if (!has(name)) {
            var where = folder.toAbsolutePath().normalize();
            throw new ParameterException(command, option + "there is no recording " + name + " in " + where);
        }
    }

    SqliteLiveRecordings recordings() {
        return new SqliteLiveRecordings(folder, RecordingPaths.copies(home), HomeOptions.BUSY_TIMEOUT);
    }

    private RecordingFolder datasets() {
        return RecordingFolder.of(folder, home, HomeOptions.BUSY_TIMEOUT, null);
    }

    /** Reads requests for sessions that are recorded there. */
    BacktestRunner backtests() {
        return new BacktestRunner(datasets(), new ExchangeCalendar(), Runnable::run, BuildVersion.current());
    }

    RecordedSessions sessions() {
        return new RecordedSessions(recordings(), datasets(), backtests(), new JsonReport());
    }
}
