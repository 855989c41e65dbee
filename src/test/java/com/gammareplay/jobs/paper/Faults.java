package com.gammareplay.jobs.paper;

import com.gammareplay.live.LiveMarkets;
import com.gammareplay.live.Market;
import com.gammareplay.live.Pace;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.LiveRecording;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.marketdata.LiveSource;
import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.RecordingFailedException;
import com.gammareplay.model.Session;
import com.gammareplay.report.ReportWriter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What is to fail in paper sessions, and how often. */
final class Faults {

    /** How many of the next notes of ticks fail. */
    final AtomicInteger notes = new AtomicInteger();

    /** How often a recording was opened. */
    final AtomicInteger openings = new AtomicInteger();

    /** What a look at the market brings, null for what it is. */
    volatile @Nullable FeedException check;

    private Object decided(LiveRecording real, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("decided") && notes.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new RecordingFailedException("the disk is full", new IOException());
        }
        return call(real, method, arguments);
    }

    private Object check(MarketFeed real, Method method, Object @Nullable [] arguments) throws Throwable {
        var failure = check;
        if (method.getName().equals("check") && failure != null) {
            throw failure;
        }
        return call(real, method, arguments);
    }

    private Object open(LiveRecordings real, Method method, Object @Nullable [] arguments) throws Throwable {
        var result = call(real, method, arguments);
        if (result instanceof LiveRecording recording) {
            openings.incrementAndGet();
            return proxy(LiveRecording.class, (called, with) -> decided(recording, called, with));
        }
        return result;
    }

    private static Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private interface Call {
        Object make(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, with) -> call.make(method, with)));
    }

    /** Markets with a demo that fails as told; the broker is the demo of the same date. */
    private record Markets(LiveMarkets real, Faults faults) implements LiveMarkets {

        @Override
        public java.util.List<java.time.LocalDate> demoDates() {
            return real.demoDates();
        }

        @Override
        public boolean hasBroker() {
            return real.hasBroker();
        }

        @Override
        public Lived open(LiveSource source, Session session, Pace pace, Instant from) {
            var lived = real.open(LiveSource.DEMO, session, pace, from);
            var market = lived.market();
            var feed = proxy(MarketFeed.class, (called, with) -> faults.check(market.feed(), called, with));
            return new Lived(new Market(feed, market.session(), market.clock()), lived.time());
        }
    }

    /** Puts what fails in the place of what does not. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        Faults faults() {
            return new Faults();
        }

        @Bean
        @Primary
        PaperTools faultyTools(
                @Qualifier("liveRecordings") LiveRecordings recordings,
                @Qualifier("liveMarkets") LiveMarkets markets,
                ReportWriter report,
                PaperStore store,
                InstantSource clock,
                Faults faults) {
            return new PaperTools(
                    proxy(LiveRecordings.class, (called, with) -> faults.open(recordings, called, with)),
                    new Markets(markets, faults),
                    report,
                    store,
                    clock,
                    Duration.ofMillis(20));
        }
    }
}
