package com.gammareplay.requests;

import com.gammareplay.replay.ReplayRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Reads submissions of backtests, checked and with every default filled in. Thread-safe. */
public final class BacktestReader {

    private final ReplayRequests requests;
    private final Function<CallbackUrl, Optional<String>> callbacks;

    /**
     * A reader.
     *
     * @param callbacks says what is wrong with a URL that is to be called, if anything is
     */
    public BacktestReader(ReplayRequests requests, Function<CallbackUrl, Optional<String>> callbacks) {
        this.requests = requests;
        this.callbacks = callbacks;
    }

    /**
     * Reads a submission.
     *
     * @throws MalformedJsonException if it is no JSON
     * @throws InvalidRequestException naming everything that is wrong
     */
    public Submission<ReplayRequest> read(byte[] json) {
        var fields = JsonFields.of(json);
        var body = BacktestBody.of(fields);
        var callbackUrl = body.callbackUrl() == null ? null : new CallbackUrl(body.callbackUrl());
        var problems = fields.problems();
        if (callbackUrl != null) {
            callbacks.apply(callbackUrl).ifPresent(message -> problems.add("/callbackUrl", message));
        }
        var request = problems.joinedBy(() -> requests.read(body.request()));
        return new Submission<>(request, RequestJson.write(request), body.label(), Tags.of(body.tags()), callbackUrl);
    }

    /** Reads the request of a submission that was accepted before. */
    public ReplayRequest readAccepted(String json) {
        return requests.readAccepted(RawRequest.of(JsonFields.of(json.getBytes(StandardCharsets.UTF_8))));
    }
}
