package com.gammareplay.api.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.gammareplay.api.Client;
import com.gammareplay.api.EventReader;
import com.gammareplay.api.ServiceTest;
import com.gammareplay.fake.FakeBacktests;
import com.gammareplay.fake.FakeTrades;
import com.gammareplay.replay.ReplayListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Clients that do not read, or go away. The server gives up on a client that does not read for a second. */
@ServiceTest
@TestPropertySource(properties = {"gamma.event-keep-alive=50ms", "server.tomcat.connection-timeout=1s"})
class EventClientsTest {

    private static final int CLIENTS = 20;
    private static final int TRADES = 30_000;
    private static final long BYTES_OF_AN_EVENT = 70;

    private final FakeBacktests backtests;
    private final JdbcClient jdbc;
    private final EventStreams streams;
    private final Client client;
    private final int port;
    private final CountDownLatch watched = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @Autowired
    EventClientsTest(FakeBacktests backtests, JdbcClient jdbc, EventStreams streams, @LocalServerPort int port) {
        this.backtests = backtests;
        this.jdbc = jdbc;
        this.streams = streams;
        this.port = port;
        client = new Client(port);
    }

    @BeforeEach
    void logs_are_kept() {
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void nothing_runs_on() {
        root.setLevel(Level.WARN);
        root.detachAppender(lines);
        watched.countDown();
        release.countDown();
        backtests.behaveQuickly();
    }

    private Socket connect(String job) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET " + job + "/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void manyTrades(ReplayListener listener) throws InterruptedException {
        watched.await();
        var trade = FakeTrades.trade(1);
        for (var number = 1; number <= TRADES; number++) {
            listener.closed(trade);
        }
        FakeBacktests.goOn(listener, 4, release);
    }

    private int trades() {
        return jdbc.sql("select count(*) from job_trade").query(Integer.class).single();
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void clients_that_never_read_hold_nothing_up_and_take_no_memory() throws IOException, InterruptedException {
        backtests.behave((_, listener) -> manyTrades(listener));
        var job = client.submit("{}");
        client.awaitStatus(job, "RUNNING");
        var clients = new ArrayList<Socket>();
        for (var number = 0; number < CLIENTS; number++) {
            clients.add(connect(job));
        }
        await().until(() -> streams.open() == CLIENTS);
        var before = usedMemory();
        watched.countDown();
        await().until(this::trades, written -> written == TRADES);
        try (var quick = EventReader.open(client, job, "1-" + (TRADES - 1) + "-RUNNING")) {
            quick.awaitEvent("trade", "1-" + TRADES + "-RUNNING");
            assertThat(usedMemory() - before).isLessThan(CLIENTS * TRADES * BYTES_OF_AN_EVENT / 3);
            release.countDown();
            client.awaitStatus(job, "SUCCEEDED");
            quick.awaitClosed();
        }
        await().until(() -> streams.open() == 0);
        for (var socket : clients) {
            socket.close();
        }
        assertThat(warnings()).isEmpty();
    }

    @Test
    void a_client_that_goes_away_frees_its_place_and_nobody_logs_it() throws IOException {
        backtests.behave((_, listener) -> {
            listener.closed(FakeTrades.trade(1));
            FakeBacktests.goOn(listener, 4, release);
        });
        var job = client.submit("{}");
        client.awaitStatus(job, "RUNNING");
        var politely = EventReader.open(client, job);
        politely.awaitEvent("trade", "1-1-RUNNING");
        var rudely = connect(job);
        rudely.setSoLinger(true, 0);
        await().until(() -> streams.open() == 2);

        politely.close();
        rudely.close();

        await().until(() -> streams.open() == 0);
        client.get(job);
        assertThat(warnings()).isEmpty();
    }

    private List<String> warnings() {
        return List.copyOf(lines.list).stream()
                .filter(line -> line.getThrowableProxy() != null
                        || line.getLevel().isGreaterOrEqual(Level.WARN)
                        || line.getFormattedMessage().contains("xception"))
                .map(ILoggingEvent::toString)
                .toList();
    }
}
