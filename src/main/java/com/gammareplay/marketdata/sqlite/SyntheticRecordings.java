package com.gammareplay.marketdata.sqlite;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.synthetic.DayPlan;
import com.gammareplay.marketdata.synthetic.DayPlans;
import com.gammareplay.marketdata.synthetic.DemoMarket;
import com.gammareplay.marketdata.synthetic.SyntheticMarket;
import com.gammareplay.model.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/**
 * Writes recordings of a made-up market: complete or not at all, day by day, the same bytes for the same arguments.
 *
 * <p>Every method refuses with a {@code FileAlreadyExistsException} to replace a file unless asked to.
 */
public final class SyntheticRecordings {

    private static final int PAGE_BYTES = 4_096;
    /** Bounds the memory, and is enough to sort the indexes of the demo without temporary files. */
    private static final int CACHE_PAGES = 16_384;

    private final ExchangeCalendar calendar = new ExchangeCalendar();

    /** Hears how far a recording is. */
    @FunctionalInterface
    public interface Progress {

        /** Called after each session. */
        void recorded(int sessionsDone, int sessionsTotal);
    }

    /** Writes the demo dataset: five sessions on fixed dates. */
    public void writeDemo(Path file, boolean replace, Progress progress) throws IOException {
        var days = new DemoMarket().days();
        write(file, replace, DemoMarket.SEED, days.iterator(), days.size(), progress);
    }

    /**
     * Writes a number of sessions, the first of them on a date or after it.
     *
     * @throws IllegalArgumentException if the number is not positive or the calendar does not reach far enough
     */
    public void write(Path file, boolean replace, LocalDate first, int sessions, long seed, Progress progress)
            throws IOException {
        if (sessions < 1) {
            throw new IllegalArgumentException("sessions must be 1 or more, was " + sessions);
        }
        var plans = new DayPlans(seed);
        var days = sessionsFrom(first).limit(sessions).toList().stream()
                .map(plans::next)
                .iterator();
        write(file, replace, seed, days, sessions, progress);
    }

    private Stream<Session> sessionsFrom(LocalDate first) {
        return Stream.iterate(first, date -> date.plusDays(1))
                .map(calendar::session)
                .flatMap(Optional::stream);
    }

    private void write(Path file, boolean replace, long seed, Iterator<DayPlan> days, int total, Progress progress)
            throws IOException {
        new NewFile(file, replace).write(temporary -> {
            try (var connection = connect(temporary);
                    var writer = new RecordingWriter(connection)) {
                var market = new SyntheticMarket(seed);
                for (var done = 1; days.hasNext(); done++) {
                    market.record(days.next(), writer);
                    writer.commit();
                    progress.recorded(done, total);
                }
                writer.makeIndexes();
                writer.commit();
            } catch (SQLException e) {
                throw failure(file, SqliteProblems.detail(e), e);
            } catch (UncheckedIOException e) {
                throw failure(file, String.valueOf(e.getMessage()), e);
            }
        });
    }

    private static IOException failure(Path file, String what, Exception cause) {
        return new IOException(file + " cannot be written: " + what, cause);
    }

    /** Without journal and sync: the file is thrown away unless it gets complete, and synced as a whole then. */
    private static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setApplicationId(RecordingFacts.SYNTHETIC);
        config.setPageSize(PAGE_BYTES);
        config.setCacheSize(CACHE_PAGES);
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        var connection = config.createConnection("jdbc:sqlite:" + file);
        connection.setAutoCommit(false);
        return connection;
    }
}
