package com.gammareplay.live;

import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.MarketPass;
import com.gammareplay.model.Session;
import java.time.InstantSource;

/** Puts the polls of a session to a feed; the clock tells when an answer is complete. */
public record Market(MarketFeed feed, Session session, InstantSource clock) {

    Answer ask(Poll poll) {
        try {
            var pass = pass(poll);
            return new Answer(poll, clock.instant(), pass, null);
        } catch (FeedException e) {
            return new Answer(poll, clock.instant(), null, e);
        } catch (RuntimeException e) {
            var failure = new FeedException(FeedException.Kind.BAD_ANSWER, "the feed failed: " + e, e);
            return new Answer(poll, clock.instant(), null, failure);
        }
    }

    private MarketPass pass(Poll poll) {
        return switch (poll.kind()) {
            case SNAPSHOT -> feed.snapshot(session, poll.index(), poll.until());
            case QUOTES -> feed.quotes(session, poll.index(), poll.contracts(), poll.until());
        };
    }
}
