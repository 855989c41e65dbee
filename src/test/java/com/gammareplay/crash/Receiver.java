package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Does not answer the first call for a while, and then says that it failed; answers all others at once. */
final class Receiver implements AutoCloseable {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    Receiver() throws IOException {
        server.createContext("/hook", this::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** How many calls came. */
    int calls() {
        return calls.size();
    }

    /** Requires that the second call was the first one's again, and no other came. */
    void requireCalledTwice() {
        assertThat(calls).hasSize(2).containsOnly(calls.getFirst());
    }

    /** Answers the first call. */
    void answer() {
        answer.countDown();
    }

    /** A submission whose end is told here. */
    String wanted(String body) {
        return body.replaceFirst(
                "\\{",
                "{\"callbackUrl\": \"http://127.0.0.1:" + server.getAddress().getPort() + "/hook\", ");
    }

    private void receive(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            calls.add(call.getRequestHeaders().getFirst("webhook-id"));
            if (calls.size() == 1) {
                answer.await();
                call.sendResponseHeaders(500, -1);
            } else {
                call.sendResponseHeaders(204, -1);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        answer.countDown();
        server.stop(0);
    }
}
