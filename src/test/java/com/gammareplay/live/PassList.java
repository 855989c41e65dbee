package com.gammareplay.live;

import com.gammareplay.bot.MarketView;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.MarketPass;
import com.gammareplay.marketdata.MarketSnapshot;
import com.gammareplay.model.Index;
import com.gammareplay.model.OptionContract;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A recording in memory, of what a recorder adds; nothing is decided on it. */
final class PassList implements LiveRecording {

    private final List<MarketPass> list = new ArrayList<>();

    List<MarketPass> list() {
        return list;
    }

    @Override
    public long add(MarketPass pass, long earliest) {
        var stamp = Math.max(earliest, newest());
        list.add(pass.at(stamp));
        return stamp;
    }

    @Override
    public long newest() {
        return list.isEmpty() ? MarketView.NONE : list.getLast().instant();
    }

    @Override
    public Optional<List<OptionContract>> firstChain(Index index) {
        return list.stream()
                .filter(pass -> pass.index() == index)
                .filter(MarketSnapshot.class::isInstance)
                .map(MarketSnapshot.class::cast)
                .findFirst()
                .map(StrikeRange::near);
    }

    @Override
    public void advanceTo(long instant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MarketView view(Index index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void decided(long tick, String decided) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DecidedTick> decidedTicks() {
        return List.of();
    }

    @Override
    public Optional<String> description() {
        return Optional.empty();
    }

    @Override
    public void describe(String description) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long deleteBefore(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
