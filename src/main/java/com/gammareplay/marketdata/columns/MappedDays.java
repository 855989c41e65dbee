package com.gammareplay.marketdata.columns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that are mapped into memory; one that was changed since is mapped anew. Thread-safe. */
final class MappedDays {

    private static final Logger LOG = LoggerFactory.getLogger(MappedDays.class);
    private static final long MOST_BYTES = 1L << 30;

    private final UseMarks marks;
    private final HourlyWarning damage;
    private final Cache<DayKey, Mapped> mapped = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((DayKey _, Mapped day) -> day.bytes())
            .build();

    /** A file that is mapped, and how it was then: whoever changes it later changes what is mapped. */
    private record Mapped(DayFile file, UseMarks.Stamp stamp) {
        int bytes() {
            return (int) Math.min(Integer.MAX_VALUE, stamp.size());
        }
    }

    MappedDays(InstantSource clock) {
        this.marks = new UseMarks(clock);
        this.damage = new HourlyWarning(LOG, clock);
    }

    /**
     * The file of a day; empty if it is not there, damaged, or of another version.
     *
     * @throws IOException if it cannot be read
     */
    Optional<DayFile> open(DayKey key, Path file) throws IOException {
        var stamp = marks.mark(file);
        if (stamp == null) {
            return Optional.empty();
        }
        var known = mapped.getIfPresent(key);
        if (known != null && known.stamp().equals(stamp)) {
            return Optional.of(known.file());
        }
        var opened = DayFile.open(file);
        opened.ifPresentOrElse(day -> mapped.put(key, new Mapped(day, stamp)), () -> {
            damage.say(
                    "A day is made anew, its file is damaged or of another version",
                    file.getFileName().toString());
            forget(key);
        });
        return opened;
    }

    void forget(DayKey key) {
        mapped.invalidate(key);
    }
}
