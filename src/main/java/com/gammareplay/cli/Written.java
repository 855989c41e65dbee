package com.gammareplay.cli;

import com.gammareplay.live.RecordedSessions;
import com.gammareplay.marketdata.sqlite.RecordingFolder;
import com.gammareplay.marketdata.sqlite.RecordingPaths;
import com.gammareplay.marketdata.sqlite.SqliteLiveRecordings;
import com.gammareplay.report.JsonReport;
import com.gammareplay.requests.PaperReader;
import com.gammareplay.requests.RequestReader;
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
    RequestReader requests() {
        return new RequestReader(datasets());
    }

    RecordedSessions sessions() {
        return new RecordedSessions(recordings(), datasets(), new PaperReader(requests()), new JsonReport());
    }
}
