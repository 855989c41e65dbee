package com.gammareplay.marketdata.tradier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradierSettingsTest {

    private static final String TOKEN = "s3cr3t";

    @Test
    void do_not_show_the_token() {
        assertThat(TradierSettings.of(TradierSettings.LIVE, TOKEN))
                .asString()
                .contains("https://api.tradier.com")
                .doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s3cr3t\n", "s3 cr3t", "s3cr3té"})
    void refuse_what_is_no_token_without_showing_it(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradierSettings.of(TradierSettings.LIVE, token))
                .withMessageContaining("token must be")
                .withMessageNotContaining("cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.tradier.com",
                "http://127.0.0.1.example.com",
                "ftp://localhost",
                "https:///v1",
                "api.tradier.com",
                "https://me:s3cr3t@api.tradier.com",
                "https://api.tradier.com?a=b",
                "https://api.tradier.com#a"
            })
    void refuse_a_host_to_which_the_token_would_go_in_clear_or_what_is_none(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradierSettings.of(URI.create(url), TOKEN))
                .withMessageContaining("baseUrl must be")
                .withMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.tradier.com",
                "https://api.tradier.com/",
                "http://localhost:8080",
                "http://[::1]:8080"
            })
    void make_addresses_of_calls(String url) {
        assertThat(TradierSettings.of(URI.create(url), TOKEN).url("markets/clock"))
                .hasToString(url.replaceFirst("/$", "") + "/v1/markets/clock");
    }

    @Test
    void tell_the_sandbox_from_the_live_host() {
        assertThat(TradierSettings.of(TradierSettings.SANDBOX, TOKEN).isSandbox())
                .isTrue();
        assertThat(TradierSettings.of(TradierSettings.LIVE, TOKEN).isSandbox()).isFalse();
    }
}
