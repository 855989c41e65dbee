package com.gammareplay.marketdata.sqlite;

import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.DataException.Kind;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one user of a recording, such as a job. Thread-safe: several reads can go on at once. */
final class RecordingConnections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingConnections.class);
    private static final int MOST_ATTEMPTS = 5;

    private final RecordingFile file;
    private final ConcurrentLinkedQueue<OpenRecording> idle = new ConcurrentLinkedQueue<>();
    private volatile @Nullable FileStamp first;

    RecordingConnections(RecordingFile file) {
        this(file, null);
    }

    /**
     * Connections to a file that was looked at before.
     *
     * @param first how it was then: they refuse another that has taken its place
     */
    RecordingConnections(RecordingFile file, @Nullable FileStamp first) {
        this.file = file;
        this.first = first;
    }

    /** Reads what the recording holds at one moment; again if it changes meanwhile. */
    <T> T read(OpenRecording.Read<T> read) {
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var recording = borrow();
            try {
                var result = recording.read(read);
                if (recording.isConsistent()) {
                    return result;
                }
            } catch (DataException e) {
                // A file that changes under a connection can look damaged.
                if (recording.isConsistent()) {
                    throw e;
                }
            } finally {
                idle.add(recording);
            }
        }
        throw new DataException(
                Kind.UNAVAILABLE, file.name() + " changed during each of " + MOST_ATTEMPTS + " attempts to read it");
    }

    private OpenRecording borrow() {
        for (var recording = idle.poll(); recording != null; recording = idle.poll()) {
            if (isCurrent(recording)) {
                return recording;
            }
            recording.close();
        }
        var recording = file.open();
        try {
            requireSameFile(recording.stamp());
        } catch (DataException e) {
            recording.close();
            throw e;
        }
        return recording;
    }

    private boolean isCurrent(OpenRecording recording) {
        try {
            return recording.isCurrent();
        } catch (DataException e) {
            LOG.debug("{} is not read any further", file.name(), e);
            return false;
        }
    }

    /**
     * One result must not mix two recordings.
     *
     * @throws DataException if a stamp is that of another file than the one that was read first
     */
    void requireSameFile(FileStamp stamp) {
        var expected = first;
        if (expected == null) {
            first = stamp;
        } else if (!stamp.isSameFile(expected)) {
            throw new DataException(Kind.MISSING, file.name() + " is gone: another file has taken its place");
        }
    }

    @Override
    public void close() {
        for (var recording = idle.poll(); recording != null; recording = idle.poll()) {
            recording.close();
        }
    }
}
