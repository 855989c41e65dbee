package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.requests.CallbackUrl;
import com.gammareplay.testing.Patience;
import com.gammareplay.webhooks.Receiver.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WebhookSenderTest {

    private static final Instant NOW = Instant.ofEpochSecond(1614265330);
    private static final SigningSecrets SECRETS = SigningSecrets.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Duration LONG = Patience.LIMIT;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final HostResolver LOOPBACK = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};

    private static WebhookSender sender(HostResolver hosts, boolean allowPrivate, Duration timeout) {
        var http = WebhookClient.of(new GuardedResolver(hosts, allowPrivate), timeout, timeout);
        return new WebhookSender(http, SECRETS, timeout, InstantSource.fixed(NOW));
    }

    private static PendingDelivery delivery(String url) {
        return new PendingDelivery(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", "job", new CallbackUrl(url), "{\"test\": 2432232314}", 0, NOW);
    }

    private static Outcome send(Duration timeout, int port) throws IOException {
        try (var sender = sender(LOOPBACK, true, timeout)) {
            return sender.send(delivery("http://hook.example:" + port + "/in?token=t"));
        }
    }

    private static Outcome answerOf(Duration timeout, Answer answer) throws IOException {
        try (var receiver = Receiver.start(answer)) {
            return send(timeout, receiver.port());
        }
    }

    @Test
    void a_call_is_a_signed_post() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(204))) {
            assertThat(send(LONG, receiver.port())).isEqualTo(Outcome.answered(204, null));

            assertThat(receiver.requests()).singleElement().satisfies(request -> {
                assertThat(request.line()).isEqualTo("POST /in?token=t HTTP/1.1");
                assertThat(request.header("host")).isEqualTo("hook.example:" + receiver.port());
                assertThat(request.header("content-type")).isEqualToIgnoringCase("application/json; charset=UTF-8");
                assertThat(request.header("webhook-id")).isEqualTo("msg_p5jXN8AQM9LWM0D4loKWxJek");
                assertThat(request.header("webhook-timestamp")).isEqualTo("1614265330");
                assertThat(request.header("webhook-signature"))
                        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
                assertThat(request.body()).isEqualTo("{\"test\": 2432232314}");
                assertThat(request.headers()).doesNotContainKeys("upgrade", "cookie", "authorization");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void any_status_of_success_delivers(int status) throws IOException {
        assertThat(answerOf(LONG, Receiver.status(status)).isDelivered()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 401, 404, 410, 429, 500, 503})
    void any_other_status_does_not(int status) throws IOException {
        var outcome = answerOf(LONG, Receiver.status(status));

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.isDelivered()).isFalse();
        assertThat(outcome.isGone()).isEqualTo(status == 410);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) throws IOException {
        try (var elsewhere = Receiver.start(Receiver.status(200))) {
            var location = "Location: http://127.0.0.1:" + elsewhere.port() + "/";

            assertThat(answerOf(LONG, Receiver.status(status, location)).status())
                    .isEqualTo(status);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void cookies_and_challenges_are_not_answered() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(401, "Set-Cookie: a=b", "WWW-Authenticate: Basic realm=x"));
                var sender = sender(LOOPBACK, true, LONG)) {
            sender.send(delivery("http://hook.example:" + receiver.port()));
            sender.send(delivery("http://hook.example:" + receiver.port()));

            assertThat(receiver.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.headers()).doesNotContainKeys("cookie", "authorization"));
        }
    }

    @Test
    void a_busy_receiver_says_when_to_come_back() throws IOException {
        for (var status : new int[] {429, 503}) {
            assertThat(answerOf(LONG, Receiver.status(status, "Retry-After: 120"))
                            .retryAfter())
                    .isEqualTo(Duration.ofMinutes(2));
        }
        assertThat(answerOf(LONG, Receiver.status(500, "Retry-After: 120")).retryAfter())
                .isNull();
    }

    @Test
    void a_receiver_that_is_silent_is_not_waited_for() throws IOException {
        var never = new CountDownLatch(1);

        assertThat(answerOf(SHORT, _ -> never.await()).error()).isEqualTo(AttemptError.TIMEOUT);
    }

    /** Each byte comes in time, but not all of them. */
    @Test
    void a_receiver_that_drips_its_answer_is_not_waited_for() throws IOException {
        assertThat(answerOf(SHORT, caller -> {
                            Receiver.write(caller.getOutputStream(), "HTTP/1.1 200 OK\r\nX-Long: ");
                            for (var closed = new CountDownLatch(1); ; ) {
                                Receiver.write(caller.getOutputStream(), "a");
                                assertThat(closed.await(50, TimeUnit.MILLISECONDS))
                                        .isFalse();
                            }
                        })
                        .error())
                .isEqualTo(AttemptError.TIMEOUT);
    }

    @Test
    void an_answer_without_end_is_cut_off() throws IOException {
        var sent = new AtomicLong();
        var cut = new CountDownLatch(1);
        var outcome = answerOf(LONG, caller -> {
            Receiver.write(caller.getOutputStream(), "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
            try {
                for (var block = new byte[8192]; ; sent.addAndGet(block.length)) {
                    caller.getOutputStream().write(block);
                }
            } catch (IOException e) {
                cut.countDown();
                throw e;
            }
        });

        assertThat(outcome.isDelivered()).isTrue();
        assertThat(cut).satisfies(CountDownLatch::await);
        assertThat(sent).hasValueLessThan(64L << 20);
    }

    @Test
    void headers_without_end_are_no_answer() throws IOException {
        assertThat(answerOf(LONG, caller -> {
                            Receiver.write(caller.getOutputStream(), "HTTP/1.1 200 OK\r\n");
                            while (true) {
                                Receiver.write(caller.getOutputStream(), "X-More: and more\r\n");
                            }
                        })
                        .error())
                .isEqualTo(AttemptError.NO_ANSWER);
    }

    @Test
    void a_line_without_end_is_no_answer() throws IOException {
        assertThat(answerOf(LONG, caller -> {
                            while (true) {
                                Receiver.write(caller.getOutputStream(), "HTTP/1.1 200 ".repeat(100));
                            }
                        })
                        .error())
                .isEqualTo(AttemptError.NO_ANSWER);
    }

    @Test
    void a_connection_that_breaks_is_no_answer() throws IOException {
        assertThat(answerOf(LONG, caller -> caller.setSoLinger(true, 0)).error())
                .isEqualTo(AttemptError.NO_ANSWER);
        assertThat(answerOf(LONG, caller -> Receiver.write(caller.getOutputStream(), "220 mail.example ESMTP\r\n"))
                        .error())
                .isEqualTo(AttemptError.NO_ANSWER);
    }

    @Test
    void a_port_where_nobody_listens_is_not_connected() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }

        assertThat(send(LONG, port).error()).isEqualTo(AttemptError.NOT_CONNECTED);
    }

    @Test
    void a_receiver_without_tls_fails_when_it_should_have_it() throws IOException {
        try (var receiver = Receiver.start(caller -> Receiver.write(caller.getOutputStream(), "HTTP/1.1 200 OK\r\n"));
                var sender = sender(LOOPBACK, true, LONG)) {
            assertThat(sender.send(delivery("https://hook.example:" + receiver.port()))
                            .error())
                    .isIn(AttemptError.TLS_FAILED, AttemptError.NO_ANSWER);
        }
    }

    @Test
    void a_private_address_is_not_connected_to_by_name_or_number() throws IOException {
        try (var receiver = Receiver.start(Receiver.status(200));
                var sender = sender(InetAddress::getAllByName, false, LONG)) {
            for (var host : new String[] {"127.0.0.1", "[::ffff:127.0.0.1]", "2130706433", "localhost"}) {
                var outcome = sender.send(delivery("http://" + host + ":" + receiver.port()));

                assertThat(outcome).as(host).isEqualTo(Outcome.failed(AttemptError.HOST_UNUSABLE));
            }
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void the_connection_goes_to_the_address_that_was_checked() throws IOException {
        var lookUps = new AtomicInteger();
        HostResolver rebinding = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0." + lookUps.incrementAndGet())};
        try (var checked = Receiver.start("127.0.0.1", 0, Receiver.status(200));
                var other = Receiver.start("127.0.0.2", checked.port(), Receiver.status(200));
                var sender = sender(rebinding, true, LONG)) {
            sender.send(delivery("http://rebind.example:" + checked.port()));

            assertThat(lookUps).hasValue(1);
            assertThat(checked.requests()).hasSize(1);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void each_call_looks_the_name_up_and_is_checked_anew() throws IOException {
        var lookUps = new AtomicInteger();
        HostResolver rebinding = _ -> {
            if (lookUps.incrementAndGet() == 1) {
                throw new UnknownHostException("not yet");
            }
            return new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("127.0.0.1")};
        };
        try (var receiver = Receiver.start(Receiver.status(200));
                var sender = sender(rebinding, false, LONG)) {
            for (var call = 1; call <= 2; call++) {
                assertThat(sender.send(delivery("http://rebind.example:" + receiver.port())))
                        .isEqualTo(Outcome.failed(AttemptError.HOST_UNUSABLE));
            }
            assertThat(lookUps).hasValue(2);
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void a_name_server_that_is_silent_is_not_waited_for() throws IOException {
        var answer = new CountDownLatch(1);
        HostResolver silent = _ -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new UnknownHostException("too late");
        };
        try (var sender = sender(silent, true, SHORT)) {
            assertThat(sender.send(delivery("http://slow.example/")).error()).isEqualTo(AttemptError.TIMEOUT);
        } finally {
            answer.countDown();
        }
    }
}
