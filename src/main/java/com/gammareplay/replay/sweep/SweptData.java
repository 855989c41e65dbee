package com.gammareplay.replay.sweep;

import com.gammareplay.hash.Sha256;
import com.gammareplay.marketdata.DataNeeds;
import com.gammareplay.model.Session;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the combinations of a sweep are replayed from: all of them must be of the same data and program. Used by one
 * thread.
 */
final class SweptData {

    private final String program;
    private final Map<String, String> digests = new TreeMap<>();

    /**
     * What earlier combinations were replayed from.
     *
     * @param program and its version
     * @param known written by {@link #text}, empty before the first
     */
    SweptData(String program, String known) {
        this.program = program;
        known.lines()
                .skip(1)
                .forEach(line ->
                        digests.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    }

    /** Whether it was noted by a program. */
    static boolean isOf(String program, String known) {
        return known.lines().findFirst().equals(Optional.of(program));
    }

    /**
     * Notes a session that is about to be replayed.
     *
     * @throws DataChangedException if it was another one before
     */
    void see(DataNeeds needs, Session session, byte[] digest) {
        var now = HexFormat.of().formatHex(digest);
        var before = digests.putIfAbsent(name(needs, session), now);
        if (before != null && !before.equals(now)) {
            throw new DataChangedException("the data of " + session.date() + " is not what it was");
        }
    }

    private static String name(DataNeeds needs, Session session) {
        return session.date() + " " + needs.chains();
    }

    /** SHA-256 over some sessions, the same as that of a backtest of them. */
    String digest(DataNeeds needs, List<Session> sessions) {
        var all = Sha256.begin();
        for (var session : sessions) {
            all.update(HexFormat.of().parseHex(digests.getOrDefault(name(needs, session), "")));
        }
        return Sha256.hex(all);
    }

    /** All of it, one line for the program and one for each session. */
    String text() {
        var text = new StringBuilder(program).append('\n');
        digests.forEach(
                (name, digest) -> text.append(name).append('=').append(digest).append('\n'));
        return text.toString();
    }
}
