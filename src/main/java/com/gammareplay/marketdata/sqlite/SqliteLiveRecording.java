package com.gammareplay.marketdata.sqlite;

import com.gammareplay.bot.MarketView;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.DataException;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.MarketPass;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.marketdata.columns.IndexDay;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import com.gammareplay.model.Session;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A recording that is written to, through the one connection that does so. What could not be shown after it was written
 * would be seen by a replay and not by the session, so that nothing is written any more then.
 */
final class SqliteLiveRecording implements LiveRecording {

    private final WrittenFile file;
    private final GrowingSession session;
    private final PaperJournal journal;
    private final Stamps stamps;
    private final LocalDate date;
    private boolean isBroken;

    /** A recording of which some session may be there already. */
    SqliteLiveRecording(WrittenFile file, Session session, List<Index> indices) throws SQLException {
        this.file = file;
        this.session = new GrowingSession(file.connection(), session, indices);
        this.journal = new PaperJournal(file.connection());
        this.stamps = new Stamps(file.connection());
        this.date = session.date();
        if (newest() != MarketView.NONE && NewYork.date(newest()).isAfter(date)) {
            throw new ContentProblem("it has rows of sessions after " + date);
        }
    }

    @Override
    public long add(MarketPass pass, long earliest) {
        var index = session.view(pass.index()).index();
        requireWhole();
        var stamp = written(() -> {
            var next = stamps.next(pass, earliest);
            file.add(pass.at(next));
            return next;
        });
        stamps.used(stamp);
        try {
            session.show(index);
        } catch (SQLException e) {
            isBroken = true;
            throw failed(e);
        }
        return stamp;
    }

    private <T> T written(WrittenFile.Work<T> work) {
        try {
            return file.inTransaction(work);
        } catch (SQLException e) {
            throw failed(e);
        } catch (UncheckedIOException e) {
            throw new RecordingFailedException(file.name() + " cannot be written to: " + e.getMessage(), e);
        }
    }

    private void requireWhole() {
        if (isBroken) {
            throw new DataException(
                    DataException.Kind.UNAVAILABLE,
                    file.name() + " could not be read after it was written to; it must be opened anew");
        }
    }

    private RecordingFailedException failed(SQLException cause) {
        return new RecordingFailedException(
                String.valueOf(SqliteProblems.ofWriting(file.path(), cause).getMessage()), cause);
    }

    @Override
    public long newest() {
        return stamps.newest();
    }

    @Override
    public Optional<List<OptionContract>> firstChain(Index index) {
        var contracts = session.firstChain(index).entries().stream()
                .map(entry -> new OptionContract((int) Math.rint(entry.strike()), entry.right()))
                .distinct()
                .toList();
        return contracts.isEmpty() ? Optional.empty() : Optional.of(contracts);
    }

    @Override
    public void decided(long tick, String decided) {
        requireWhole();
        written(() -> {
            journal.decided(new DecidedTick(tick, decided, session.seen()));
            return tick;
        });
    }

    @Override
    public List<DecidedTick> decidedTicks() {
        try {
            return journal.ticks();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Optional<String> description() {
        try {
            return journal.description();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void describe(String description) {
        if (description().isPresent()) {
            throw new IllegalStateException(file.name() + " must not be described before");
        }
        written(() -> {
            journal.describe(description);
            return description;
        });
    }

    @Override
    public long deleteBefore(LocalDate date) {
        if (date.isAfter(this.date)) {
            throw new IllegalArgumentException("date must not be after " + this.date + ", was " + date);
        }
        try {
            return file.deleteBefore(NewYork.epochSecond(date, LocalTime.MIDNIGHT));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void advanceTo(long instant) {
        session.advanceTo(instant);
    }

    @Override
    public MarketView view(Index index) {
        return session.view(index);
    }

    /** What is shown of an index. */
    IndexDay day(Index index) throws SQLException {
        return session.day(index);
    }

    @Override
    public void close() {
        file.close();
    }
}
