package com.gammareplay.container;

import com.gammareplay.api.Client;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The events of a job, read as they come. */
record JobStream(BufferedReader lines) {

    static JobStream of(Client client, String job) {
        var answer = client.open(client.request(job + "/events"));
        return new JobStream(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    }

    /** Waits for an event of that name; its data. */
    String await(String name) throws IOException {
        var isThis = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event:")) {
                isThis = line.equals("event:" + name);
            } else if (isThis && line.startsWith("data:")) {
                return line;
            }
        }
        throw new AssertionError("the stream has ended without " + name);
    }
}
