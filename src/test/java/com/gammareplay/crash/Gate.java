package com.gammareplay.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a service and its database, and can part them from each other. Thread-safe. */
final class Gate implements AutoCloseable {

    private enum State {
        OPEN,
        /** Takes what is sent and gives nothing, like a network that loses everything. */
        SILENT,
        /** Ends connections, and does not let new ones in. */
        CLOSED
    }

    private static final int BYTES = 65_536;

    private final ServerSocket entry;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile State state = State.OPEN;

    /** @param target the port behind it */
    Gate(int target) {
        this.target = target;
        try {
            entry = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    /** Lets everything through again, but for connections that have lost something meanwhile: those stay silent. */
    void open() {
        state = State.OPEN;
    }

    void silence() {
        state = State.SILENT;
    }

    /** Ends all connections. */
    void shut() {
        state = State.CLOSED;
        sockets.forEach(Gate::end);
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                connect(entry.accept());
            } catch (IOException _) {
                // the gate is gone
            }
        }
    }

    private void connect(Socket client) {
        try {
            var database = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(database);
            Thread.ofVirtual().start(() -> pass(client, database));
            Thread.ofVirtual().start(() -> pass(database, client));
            if (state == State.CLOSED) {
                shut();
            }
        } catch (IOException _) { // the database is gone
            end(client);
        }
    }

    private void pass(Socket from, Socket to) {
        var bytes = new byte[BYTES];
        var isWhole = true;
        try (from;
                to) {
            for (var count = 0; count >= 0; count = from.getInputStream().read(bytes)) {
                isWhole &= state == State.OPEN;
                if (isWhole) {
                    to.getOutputStream().write(bytes, 0, count);
                }
            }
        } catch (IOException _) {
            // one of them is gone, and with it the other
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shut();
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
