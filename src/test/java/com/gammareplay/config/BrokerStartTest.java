package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.live.LiveMarkets;
import com.gammareplay.marketdata.LiveRecordings;
import com.gammareplay.model.Index;
import com.gammareplay.recorder.RecorderSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** What the settings of the broker and the recorder must be for a start. */
class BrokerStartTest {

    private static final URI HOST = URI.create("https://api.tradier.com");
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Environment ALONE = new MockEnvironment();

    @TempDir
    private Path folder;

    private final LiveConfiguration configuration = new LiveConfiguration();

    private LiveMarkets markets(String token, URI url) {
        return configuration.liveMarkets(new BrokerSettings(token, url), CLOCK);
    }

    private LiveRecordings recordings() throws Exception {
        try (var home = GammaHome.open(folder)) {
            return configuration.liveRecordings(home);
        }
    }

    @Test
    void a_recorder_needs_a_token() throws Exception {
        var settings = new RecorderSettings(true, "recorded", List.of(Index.SPX), 0);
        var recordings = recordings();

        assertThatThrownBy(() -> configuration.recorder(settings, recordings, markets(" ", HOST), CLOCK, ALONE))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("no key");
        assertThat(configuration
                        .recorder(settings, recordings, markets("token", HOST), CLOCK, ALONE)
                        .settings())
                .isEqualTo(settings);
    }

    @Test
    void replicas_do_not_record() throws Exception {
        var settings = new RecorderSettings(true, "recorded", List.of(Index.SPX), 0);
        var recordings = recordings();
        var cluster = new MockEnvironment();
        cluster.setActiveProfiles("cluster");

        assertThatThrownBy(() -> configuration.recorder(settings, recordings, markets("token", HOST), CLOCK, cluster))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cluster");
    }

    @Test
    void a_host_that_would_read_the_token_on_the_way_is_refused_without_showing_it() {
        assertThatThrownBy(() -> markets("secret-token", URI.create("http://example.com")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("https://HOST")
                .hasMessageNotContaining("secret-token");
    }

    @Test
    void the_token_is_not_shown() {
        assertThat(new BrokerSettings("secret-token", HOST).toString()).doesNotContain("secret-token");
    }
}
