package com.gammareplay.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for what is started outside of this process. */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private Ports() {}

    /** Below those that systems give to whoever asks for any: such a port could be taken before it is used. */
    public static int free() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // taken
            }
        }
    }
}
