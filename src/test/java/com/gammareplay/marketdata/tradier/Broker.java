package com.gammareplay.marketdata.tradier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.model.Session;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for the broker, on this machine, and answers as a test has told it to. */
final class Broker implements AutoCloseable {

    static final String TOKEN = "s3cr3t-t0k3n";
    static final String CHAINS = "/v1/markets/options/chains";
    static final String EXPIRATIONS = "/v1/markets/options/expirations";
    static final String QUOTES = "/v1/markets/quotes";
    static final String CLOCK = "/v1/markets/clock";
    static final String CALENDAR = "/v1/markets/calendar";

    /** A day of which there are real answers. */
    static final Session SESSION =
            new ExchangeCalendar().session(LocalDate.of(2024, 1, 19)).orElseThrow();

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final AtomicInteger scenarios = new AtomicInteger();

    Broker() {
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    TradierSettings settings() {
        return new TradierSettings(
                url(),
                TOKEN,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMillis(1),
                Duration.ofMillis(4),
                4,
                1_000_000);
    }

    TradierFeed feed(InstantSource clock) {
        return feed(settings(), clock);
    }

    TradierFeed feed(TradierSettings settings, InstantSource clock) {
        return new TradierFeed(settings, clock, new Random(1));
    }

    static HttpHeaders headers(String... namesAndValues) {
        var headers = new TreeMap<String, List<String>>();
        for (var number = 0; number < namesAndValues.length; number += 2) {
            headers.put(namesAndValues[number], List.of(namesAndValues[number + 1]));
        }
        return HttpHeaders.of(headers, (_, _) -> true);
    }

    static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    /** Answers a call; the last answer is given to all further requests. */
    Broker on(String path, ResponseDefinitionBuilder... answers) {
        var scenario = "scenario " + scenarios.incrementAndGet();
        for (var number = 0; number < answers.length; number++) {
            server.stubFor(any(urlPathEqualTo(path))
                    .inScenario(scenario)
                    .whenScenarioStateIs(state(number))
                    .willSetStateTo(state(Math.min(number + 1, answers.length - 1)))
                    .willReturn(answers[number]));
        }
        return this;
    }

    private static String state(int answered) {
        return answered == 0 ? Scenario.STARTED : "answered " + answered;
    }

    Broker on(String path, String json) {
        return on(path, json(json));
    }

    /** All that was asked, in this order. */
    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    List<String> paths() {
        return requests().stream().map(LoggedRequest::getUrl).toList();
    }

    /** A chain of the day with two contracts. */
    static String chain() {
        return options(option("SPXW240119C04800000", "1.05", "1.15"), option("SPXW240119P04800000", "2.00", "2.10"));
    }

    static String options(String... options) {
        return "{\"options\": {\"option\": [" + String.join(",", options) + "]}}";
    }

    static String option(String symbol, String bid, String ask) {
        return option(symbol, bid, ask, "\"greeks\": null");
    }

    static String option(String symbol, String bid, String ask, String rest) {
        return "{\"symbol\": \"" + symbol + "\", \"bid\": " + bid + ", \"ask\": " + ask + ", " + rest + "}";
    }

    static String quotes(String... quotes) {
        return "{\"quotes\": {\"quote\": [" + String.join(",", quotes) + "]}}";
    }

    static String quote(String symbol, String last) {
        return "{\"symbol\": \"" + symbol + "\", \"last\": " + last + "}";
    }

    static String prices() {
        return quotes(quote("SPX", "4839.81"), quote("VIX", "13.3"), quote("SPY", "482.43"));
    }

    @Override
    public void close() {
        server.stop();
    }
}
