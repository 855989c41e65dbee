package com.gammareplay.webhooks;

import com.gammareplay.requests.CallbackUrl;
import java.time.Instant;

/**
 * What is to be sent.
 *
 * @param id by which the receiver recognizes it when it comes again
 * @param attempts begun so far
 * @param nextAttemptAt not before this
 */
record PendingDelivery(String id, String jobId, CallbackUrl url, String payload, int attempts, Instant nextAttemptAt) {}
