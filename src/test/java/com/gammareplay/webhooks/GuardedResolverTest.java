package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedResolverTest {

    private static InetAddress[] addresses(String... texts) {
        return Arrays.stream(texts).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static GuardedResolver answering(String... texts) {
        return new GuardedResolver(_ -> addresses(texts), false);
    }

    @Test
    void public_addresses_are_given_as_they_were_found() throws UnknownHostException {
        assertThat(answering("1.1.1.1", "2606:4700::1").resolve("example.org"))
                .containsExactly(addresses("1.1.1.1", "2606:4700::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1,1.1.1.1", "1.1.1.1,10.0.0.1", "1.1.1.1,2606:4700::1,::1"})
    void one_private_address_among_many_refuses_them_all(String answer) {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> answering(answer.split(",")).resolve("example.org"));
    }

    @Test
    void private_addresses_are_given_if_that_is_allowed() throws UnknownHostException {
        assertThat(new GuardedResolver(_ -> addresses("127.0.0.1"), true).resolve("example.org"))
                .containsExactly(addresses("127.0.0.1"));
    }

    @Test
    void no_other_name_is_ever_looked_up() {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> answering("1.1.1.1").resolveCanonicalHostname("example.org"));
    }
}
