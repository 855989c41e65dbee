package com.gammareplay.webhooks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;

/** Makes one call and looks at its status; whatever else the receiver answers is not kept. Thread-safe. */
final class WebhookSender implements AutoCloseable {

    private static final int MAX_ANSWER = 1 << 16;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final CloseableHttpClient http;
    private final SigningSecrets secrets;
    private final Duration timeout;
    private final InstantSource clock;
    private final ExecutorService calls = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("webhook-call-", 1).factory());

    WebhookSender(CloseableHttpClient http, SigningSecrets secrets, Duration timeout, InstantSource clock) {
        this.http = http;
        this.secrets = secrets;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** Sends it once. The call has a thread of its own, since looking up a name can neither be limited nor stopped. */
    Outcome send(PendingDelivery delivery) {
        var post = post(delivery, clock.instant());
        var call = calls.submit(() -> exchange(post));
        try {
            return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return Outcome.failed(AttemptError.of(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException _) {
            return Outcome.failed(AttemptError.TIMEOUT);
        } catch (InterruptedException _) { // the service stops; the thread is still needed to write this down
            return Outcome.failed(AttemptError.INTERRUPTED);
        } finally {
            post.cancel();
        }
    }

    private HttpPost post(PendingDelivery delivery, Instant now) {
        var post = new HttpPost(URI.create(delivery.url().value()));
        post.setHeader("webhook-id", delivery.id());
        post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        post.setHeader("webhook-signature", secrets.sign(delivery.id(), now.getEpochSecond(), delivery.payload()));
        post.setEntity(
                new StringEntity(delivery.payload(), ContentType.create("application/json", StandardCharsets.UTF_8)));
        return post;
    }

    private Outcome exchange(HttpPost post) throws IOException {
        var response = http.executeOpen(null, post, null);
        try {
            discard(response);
            return outcome(response);
        } finally {
            post.cancel(); // before closing, which would read the answer to its end
            Closer.closeQuietly(response);
        }
    }

    /** Lets a receiver finish a short answer; a long one is cut off. */
    private static void discard(ClassicHttpResponse response) {
        if (response.getEntity() == null) {
            return;
        }
        try {
            response.getEntity().getContent().readNBytes(MAX_ANSWER);
        } catch (IOException _) {
            // the status was there before, and nothing else counts
        }
    }

    private Outcome outcome(ClassicHttpResponse response) {
        var status = response.getCode();
        var header = response.getFirstHeader("Retry-After");
        var isBusy = status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
        return Outcome.answered(
                status,
                isBusy && header != null
                        ? RetryAfter.read(header.getValue(), clock.instant()).orElse(null)
                        : null);
    }

    @Override
    public void close() throws IOException {
        calls.shutdownNow();
        http.close();
    }
}
