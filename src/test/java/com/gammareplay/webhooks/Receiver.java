package com.gammareplay.webhooks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A receiver of webhooks on this machine that answers as a test has told it to. */
final class Receiver implements AutoCloseable {

    /** What was sent to it; names of headers are in lower case. */
    record Request(String line, TreeMap<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Answers a request that has been read. */
    interface Answer {
        void to(Socket caller) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private Receiver(ServerSocket server) {
        this.server = server;
    }

    static Receiver start(Answer... answers) throws IOException {
        return start("127.0.0.1", 0, answers);
    }

    /** The last answer is given to all further requests. */
    static Receiver start(String address, int port, Answer... answers) throws IOException {
        return start(new ServerSocket(port, 50, InetAddress.ofLiteral(address)), answers);
    }

    /** One that speaks TLS, with the certificate of a context. */
    static Receiver start(SSLContext tls, Answer... answers) throws IOException {
        return start(
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), answers);
    }

    private static Receiver start(ServerSocket server, Answer... answers) {
        var receiver = new Receiver(server);
        receiver.answer(answers);
        Thread.ofVirtual().start(receiver::serve);
        return receiver;
    }

    static Answer status(int status, String... headers) {
        return caller -> write(
                caller.getOutputStream(),
                "HTTP/1.1 " + status + " As told\r\n"
                        + String.join(
                                "",
                                Arrays.stream(headers)
                                        .map(header -> header + "\r\n")
                                        .toList())
                        + "Content-Length: 2\r\n\r\nok");
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    void answer(Answer... more) {
        synchronized (answers) {
            answers.clear();
            answers.addAll(List.of(more));
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** Those that came so far. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    private Answer next() {
        synchronized (answers) {
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            requests.add(read(new BufferedInputStream(caller.getInputStream())));
            next().to(caller);
        } catch (IOException | InterruptedException _) {
            // the caller has gone, which is for the test to see
        }
    }

    private static Request read(InputStream in) throws IOException {
        var line = line(in);
        var headers = new TreeMap<String, String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Request(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
