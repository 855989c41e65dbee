package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log has of db-scheduler while the jobs database is away. */
class StorageTroubleFilterTest {

    private final RuntimeException away =
            new IllegalStateException(new SQLTransientConnectionException("no connection"));

    private final LoggerContext context = new LoggerContext();
    private final Logger library = context.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown");
    private final Logger own = (Logger) LoggerFactory.getLogger(StorageTroubleFilter.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong now = new AtomicLong();

    @BeforeEach
    void listen() {
        context.addTurboFilter(new StorageTroubleFilter(now::get));
        lines.start();
        library.addAppender(lines);
        own.addAppender(lines);
    }

    @AfterEach
    void leave() {
        own.detachAppender(lines);
    }

    private List<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void a_database_that_is_away_is_told_of_in_one_line_now_and_then() {
        library.error("Unhandled exception. Will keep running.", away);
        library.error("Failed for {} and {}", "one", "two", away);
        assertThat(told()).containsExactly("Workers cannot use the jobs database: no connection");
        assertThat(lines.list.getFirst().getThrowableProxy()).isNull();

        now.addAndGet(StorageTroubleFilter.PAUSE.toNanos() - 1);
        library.error("Unhandled exception. Will keep running.", away);
        assertThat(told()).hasSize(1);

        now.incrementAndGet();
        library.error("Unhandled exception. Will keep running.", away);
        assertThat(told()).hasSize(2);
    }

    @Test
    void whatever_else_goes_wrong_is_told_with_all_that_is_known() {
        library.error("Unhandled exception. Will keep running.", new IllegalStateException("defect"));
        library.error("Failed for {}", "one");
        var ours = context.getLogger("com.gammareplay.Any");
        ours.addAppender(lines);
        ours.error("Ours", away);

        assertThat(told()).containsExactly("Unhandled exception. Will keep running.", "Failed for one", "Ours");
        assertThat(lines.list.getFirst().getThrowableProxy().getMessage()).isEqualTo("defect");
        assertThat(lines.list.getLast().getThrowableProxy()).isNotNull();
    }
}
