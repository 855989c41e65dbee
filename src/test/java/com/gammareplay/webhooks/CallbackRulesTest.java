package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.requests.CallbackUrl;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackRulesTest {

    private static final SigningSecrets SECRETS = SigningSecrets.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static Optional<String> problem(String url) {
        return new CallbackRules(SECRETS, false, false).problem(new CallbackUrl(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://example.org/hook?token=a%20b",
                "HTTPS://EXAMPLE.ORG./hook",
                "https://example.org:443/",
                "https://example.org:80/",
                "https://example.org:8443/",
                "https://example.org:65535/",
                "https://xn--bcher-kva.example/hook",
                "https://1.1.1.1/hook",
                "https://[2606:4700:4700::1111]/hook",
                "https://[::ffff:1.1.1.1]/hook",
                "https://10.example.org/"
            })
    void can_be_called(String url) {
        assertThat(problem(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                    | absolute URL
            example.org/hook                      | absolute URL
            //example.org/hook                    | absolute URL
            /hook                                 | absolute URL
            ftp://example.org/                    | absolute URL
            file:///etc/passwd                    | absolute URL
            javascript:alert(1)                   | absolute URL
            https:example.org                     | have a host
            https:///hook                         | have a host
            https://?a                            | have a host
            https://:443/                         | have a host
            https://exa mple.org/                 | absolute URL
            https://example.org\\@127.0.0.1/      | absolute URL
            https://bücher.example/               | have a host
            https://ⓔxample.org/                  | have a host
            https://127。0。0。1/                 | have a host
            https://exam_ple.org/                 | have a host
            https://%31%32%37.0.0.1/              | have a host
            http://example.org/                   | begins with https://
            https://user@example.org/             | user or a password
            https://user:password@example.org/    | user or a password
            https://@example.org/                 | user or a password
            https://example.org/#part             | fragment
            https://example.org/#                 | fragment
            https://example.org:0/                | port
            https://example.org:22/               | port
            https://example.org:1023/             | port
            https://example.org:65536/            | port
            https://example.org:99999999999/      | have a host
            https://localhost/                    | private address
            https://LOCALHOST./                   | private address
            https://app.localhost/                | private address
            https://intranet/                     | private address
            https://printer.local/                | private address
            https://metadata.google.internal/     | private address
            https://router.home.arpa./            | private address
            https://127.0.0.1/                    | private address
            https://169.254.169.254/latest        | private address
            https://10.1.2.3:8443/                | private address
            https://0.0.0.0/                      | private address
            https://[::1]/                        | private address
            https://[::]/                         | private address
            https://[::ffff:127.0.0.1]/           | private address
            https://[::ffff:7f00:1]/              | private address
            https://[64:ff9b::7f00:1]/            | private address
            https://[2002:7f00:1::]/              | private address
            https://[fd00::1]/                    | private address
            https://[fe80::1%25eth0]/             | private address
            https://127.1/                        | have a host
            https://127.0.0.1./                   | have a host
            https://2130706433/                   | private address
            https://0x7f000001/                   | private address
            https://0x7f.0.0.1/                   | have a host
            https://0177.0.0.1/                   | private address
            https://017700000001/                 | private address
            https://16843009/                     | private address
            https://01.1.1.1/                     | private address
            https://1.2.3.4.5/                    | have a host
            https://256.1.1.1/                    | have a host
            """)
    void cannot_be_called(String url, String reason) {
        assertThat(problem(url)).hasValueSatisfying(text -> assertThat(text).contains(reason));
    }

    @Test
    void the_length_is_limited() {
        var longest = "https://example.org/" + "a".repeat(2028);

        assertThat(problem(longest)).isEmpty();
        assertThat(problem(longest + "a")).hasValue("must have at most 2048 characters");
    }

    @Test
    void no_reason_repeats_the_url() {
        assertThat(problem("https://example.org/secret token"))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("secret"));
    }

    @Test
    void without_a_secret_nothing_can_be_called() {
        var rules = new CallbackRules(SigningSecrets.of(""), true, true);

        assertThat(rules.problem(new CallbackUrl("https://example.org/")))
                .hasValueSatisfying(text -> assertThat(text).contains("no secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/", "http://localhost/", "http://[::1]:81/", "https://intranet/hook"})
    void an_intranet_can_be_called_if_that_is_allowed(String url) {
        assertThat(new CallbackRules(SECRETS, true, true).problem(new CallbackUrl(url)))
                .isEmpty();
        assertThat(problem(url)).isPresent();
    }

    @Test
    void the_schemes_that_are_allowed_are_named() {
        var url = new CallbackUrl("ftp://example.org/");

        assertThat(new CallbackRules(SECRETS, false, false).problem(url))
                .hasValue("must be an absolute URL that begins with https://");
        assertThat(new CallbackRules(SECRETS, true, false).problem(url))
                .hasValue("must be an absolute URL that begins with https:// or http://");
    }

    @Test
    void allowing_one_thing_does_not_allow_the_other() {
        assertThat(new CallbackRules(SECRETS, true, false).problem(new CallbackUrl("http://127.0.0.1/")))
                .isPresent();
        assertThat(new CallbackRules(SECRETS, false, true).problem(new CallbackUrl("http://127.0.0.1/")))
                .isPresent();
    }
}
