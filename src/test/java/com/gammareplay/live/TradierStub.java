package com.gammareplay.live;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.gammareplay.marketdata.MarketFeed;
import com.gammareplay.marketdata.tradier.TradierFeed;
import com.gammareplay.marketdata.tradier.TradierSettings;
import com.gammareplay.model.Session;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Stands for the broker: answers over HTTP as it does, with a market as it is in a virtual time. */
final class TradierStub implements ResponseDefinitionTransformerV2, AutoCloseable {

    private static final String TOKEN = "token-of-the-test";

    private final Session session;
    private final VirtualTime time;
    private final BrokerTrouble trouble;
    private final TradierAnswers answers;
    private final WireMockServer server;

    TradierStub(Session session, VirtualTime time, MarketFeed market, BrokerTrouble trouble) {
        this.session = session;
        this.time = time;
        this.trouble = trouble;
        this.answers = new TradierAnswers(session, market);
        this.server = new WireMockServer(
                wireMockConfig().dynamicPort().disableRequestJournal().extensions(this));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(WireMock.ok()));
    }

    /** A feed that asks this stub, and hardly waits before it asks again. */
    TradierFeed feed(InstantSource clock) {
        var settings = new TradierSettings(
                URI.create(server.baseUrl()),
                TOKEN,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofMillis(1),
                Duration.ofMillis(4),
                3,
                10_000_000);
        return new TradierFeed(settings, clock);
    }

    @Override
    public String getName() {
        return "broker";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        if (!("Bearer " + TOKEN).equals(event.getRequest().getHeader("Authorization"))) {
            return answer().withStatus(401).build();
        }
        var hit = trouble.next();
        time.spend(trouble.delay(hit));
        return switch (hit) {
            case NONE, SLOW, OUT_OF_ORDER -> market(event.getRequest());
            case DROPPED -> answer().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
            case ERROR -> answer().withStatus(500).withBody("Unexpected error").build();
            case RATE_LIMITED ->
                answer().withStatus(429)
                        .withHeader("Retry-After", String.valueOf(trouble.retryAfter(time.instant())))
                        .withBody("Too Many Requests")
                        .build();
            case PAGE ->
                answer().withHeader("Content-Type", "text/html")
                        .withBody("<html>Down for maintenance</html>")
                        .build();
        };
    }

    private ResponseDefinition market(Request request) {
        return answer().withHeader("Content-Type", "application/json")
                .withBody(answers.to(request, time.instant()))
                .build();
    }

    private ResponseDefinitionBuilder answer() {
        var now = DateTimeFormatter.RFC_1123_DATE_TIME.format(time.instant().atOffset(ZoneOffset.UTC));
        return WireMock.aResponse().withStatus(200).withHeader("Date", now);
    }

    @Override
    public void close() {
        server.stop();
    }

    @Override
    public String toString() {
        return "broker of " + session.date();
    }
}
