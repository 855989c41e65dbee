package com.gammareplay.jobs;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells what happens to jobs. Those that run in this process tell it themselves; the rows of others are looked at once a
 * second while somebody watches. Thread-safe.
 */
@Component
public class JobEvents {

    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);

    private final JobRows rows;
    private final JobFeedSource source;
    private final Map<String, Users> feeds = new ConcurrentHashMap<>();

    JobEvents(JobRows rows, JobFeedSource source) {
        this.rows = rows;
        this.source = source;
    }

    /** A feed, kept while anybody needs it. */
    private record Users(JobFeed feed, int count) {
        private Users with(int more) {
            return new Users(feed, count + more);
        }
    }

    /**
     * What happens to a job from now on, and before it what somebody missed who knows {@code after}: the state, trades
     * that were closed since, the newest progress. Without {@code after}, or with one that does not fit the job, all of
     * the present attempt.
     *
     * @return empty if there is no such job
     */
    public Optional<JobSubscription> subscribe(String id, @Nullable EventId after) {
        var feed = use(id);
        try {
            feed.refresh();
            var subscription = feed.subscribe(after, () -> release(feed));
            if (subscription.isEmpty()) {
                release(feed);
            }
            return subscription;
        } catch (RuntimeException e) {
            release(feed);
            throw e;
        }
    }

    /** An attempt at a job begins here; what is added to the feed is heard by all who watch. */
    JobFeed begin(Job job) {
        var feed = use(job.id());
        feed.begin(job);
        return feed;
    }

    /** The attempt is over. */
    void end(JobFeed feed) {
        feed.end();
        release(feed);
    }

    /** The row of a job may have changed. */
    void changed(String id) {
        var users = feeds.get(id);
        if (users != null) {
            refresh(users.feed());
        }
    }

    /** Sees what is done to jobs elsewhere. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        var watched = feeds.values().stream()
                .map(Users::feed)
                .filter(feed -> !feed.runsHere())
                .toList();
        if (watched.isEmpty()) {
            return;
        }
        try {
            var found = rows.find(watched.stream().map(JobFeed::id).toList()).stream()
                    .collect(Collectors.toMap(Job::id, Function.identity()));
            watched.stream().filter(feed -> feed.isBehind(found.get(feed.id()))).forEach(this::refresh);
        } catch (NestedRuntimeException e) {
            later(e);
        }
    }

    /** Whoever changed the job has done its part; who watches is told by the next look. */
    private void refresh(JobFeed feed) {
        try {
            feed.refresh();
        } catch (NestedRuntimeException e) {
            later(e);
        }
    }

    private static void later(NestedRuntimeException failure) {
        LOG.debug("The jobs database cannot be read", failure);
    }

    private JobFeed use(String id) {
        return Objects.requireNonNull(feeds.compute(
                        id, (_, users) -> users == null ? new Users(new JobFeed(id, source), 1) : users.with(1)))
                .feed();
    }

    private void release(JobFeed feed) {
        feeds.computeIfPresent(feed.id(), (_, users) -> users.count() == 1 ? null : users.with(-1));
    }
}
