package com.gammareplay.live;

import com.gammareplay.bot.MarketView;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.MarketPass;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A recording that tells before and after what is done with it; who hears it may fail it. */
final class TroubledRecording implements LiveRecording {

    private final LiveRecording recording;
    private final Consumer<Event> before;
    private final Consumer<Event> after;

    /** What is done. */
    enum Kind {
        DESCRIPTION,
        PASS,
        LOOK,
        DECISION
    }

    /**
     * Something that is done, or was.
     *
     * @param instant the stamp of a pass, asked for before and given after it; else the tick
     * @param pass null if it is none
     */
    record Event(Kind kind, long instant, @Nullable MarketPass pass) {

        boolean isWrite() {
            return kind != Kind.LOOK;
        }
    }

    TroubledRecording(LiveRecording recording, Consumer<Event> before, Consumer<Event> after) {
        this.recording = recording;
        this.before = before;
        this.after = after;
    }

    @Override
    public long add(MarketPass pass, long earliest) {
        before.accept(new Event(Kind.PASS, earliest, pass));
        var stamp = recording.add(pass, earliest);
        after.accept(new Event(Kind.PASS, stamp, pass));
        return stamp;
    }

    @Override
    public void decided(long tick, String decided) {
        before.accept(new Event(Kind.DECISION, tick, null));
        recording.decided(tick, decided);
        after.accept(new Event(Kind.DECISION, tick, null));
    }

    @Override
    public void describe(String description) {
        before.accept(new Event(Kind.DESCRIPTION, 0, null));
        recording.describe(description);
        after.accept(new Event(Kind.DESCRIPTION, 0, null));
    }

    @Override
    public void advanceTo(long instant) {
        before.accept(new Event(Kind.LOOK, instant, null));
        recording.advanceTo(instant);
        after.accept(new Event(Kind.LOOK, instant, null));
    }

    @Override
    public long newest() {
        return recording.newest();
    }

    @Override
    public Optional<List<OptionContract>> firstChain(Index index) {
        return recording.firstChain(index);
    }

    @Override
    public List<DecidedTick> decidedTicks() {
        return recording.decidedTicks();
    }

    @Override
    public Optional<String> description() {
        return recording.description();
    }

    @Override
    public long deleteBefore(LocalDate date) {
        return recording.deleteBefore(date);
    }

    @Override
    public MarketView view(Index index) {
        return recording.view(index);
    }

    @Override
    public void close() {
        recording.close();
    }
}
