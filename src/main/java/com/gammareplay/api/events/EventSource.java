package com.gammareplay.api.events;

import java.time.Duration;
import java.util.List;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** What one stream sends to its client. Read by one thread; may be closed by any. */
public interface EventSource extends AutoCloseable {

    /**
     * Waits for events.
     *
     * @param atMost how long to wait
     * @return none if the time has passed
     */
    List<SseEventBuilder> next(Duration atMost) throws InterruptedException;

    /** True once everything has been read, or this is closed. */
    boolean isOver();

    /** Ends the reading; who waits for events gets none. */
    @Override
    void close();
}
