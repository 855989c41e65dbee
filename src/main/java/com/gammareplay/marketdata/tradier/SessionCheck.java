package com.gammareplay.marketdata.tradier;

import com.gammareplay.calendar.NewYork;
import com.gammareplay.marketdata.FeedException;
import com.gammareplay.marketdata.FeedException.Kind;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Looks whether the broker knows a session, and what about it is odd. */
final class SessionCheck {

    /** At the open and the close two clocks may say different things. */
    private static final int MARGIN = 60;

    private final TradierClient client;
    private final TradierSettings settings;
    private final InstantSource clock;

    SessionCheck(TradierClient client, TradierSettings settings, InstantSource clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is odd but no obstacle, in sentences. */
    List<String> run(Session session, List<Index> indices) {
        var until = clock.instant().plus(settings.checkTimeout());
        var odd = new ArrayList<String>();
        requireOpenNow(session, until);
        var hours = day(session, until).path("open");
        if (!isTime(Rows.text(hours, "start"), session.open()) || !isTime(Rows.text(hours, "end"), session.close())) {
            odd.add("Tradier's calendar has other hours for " + session.date() + " than " + NewYork.time(session.open())
                    + " to " + NewYork.time(session.close()) + ".");
        }
        indices.forEach(index -> requireExpiration(session, index, until));
        client.skewWarning().ifPresent(odd::add);
        if (settings.isSandbox()) {
            odd.add("The sandbox of Tradier shows the market 15 minutes late.");
        }
        return odd;
    }

    private void requireOpenNow(Session session, Instant until) {
        var state = Rows.text(Rows.object(client.get("markets/clock", until), "clock"), "state");
        var now = clock.instant().getEpochSecond();
        var isWithin = now >= session.open() + MARGIN && now < session.close() - MARGIN;
        if (isWithin && !state.equals("open")) {
            throw new FeedException(
                    Kind.CLOSED, "Tradier says that the market is not open now, within the hours of the session.");
        }
    }

    private JsonNode day(Session session, Instant until) {
        var date = session.date();
        var month = client.get("markets/calendar?month=" + date.getMonthValue() + "&year=" + date.getYear(), until);
        return Rows.of(Rows.object(month, "calendar"), "days", "day").stream()
                .filter(day -> Rows.text(day, "date").equals(date.toString()))
                .filter(day -> Rows.text(day, "status").equals("open"))
                .findFirst()
                .orElseThrow(() -> new FeedException(
                        Kind.CLOSED, "Tradier's calendar does not say that the market is open on " + date + "."));
    }

    private static boolean isTime(String text, long instant) {
        try {
            return LocalTime.parse(text).equals(NewYork.time(instant));
        } catch (DateTimeException _) {
            return false;
        }
    }

    private void requireExpiration(Session session, Index index, Instant until) {
        var dates = client.get("markets/options/expirations?symbol=" + index + "&includeAllRoots=true", until);
        var isListed = Rows.of(dates, "expirations", "date").stream()
                .anyMatch(date -> date.isString()
                        && date.stringValue().equals(session.date().toString()));
        if (!isListed) {
            throw new FeedException(
                    Kind.CLOSED, "Tradier has no options of " + index + " that expire on " + session.date() + ".");
        }
    }
}
