package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks over TLS. The JVM trusts two certificates: one of the host that is called, one of another. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("trial")
class WebhookTlsTest {

    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    private TestCertificate trusted;
    private TestCertificate ofAnother;
    private TestCertificate stranger;
    private WebhookService service;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        trusted = TestCertificate.make(folder, "hook.example");
        ofAnother = TestCertificate.make(folder, "other.example");
        stranger = TestCertificate.make(folder, "hook.example");
        var file = folder.resolve("trusted.p12");
        TestCertificate.writeTrusted(file, trusted, ofAnother);
        System.setProperty(STORE, file.toString());
        System.setProperty(STORE_PASSWORD, TestCertificate.PASSWORD);
        service = WebhookService.start(folder.resolve("home"), "--gamma.webhooks.allow-http=false");
    }

    @AfterAll
    void stop() {
        System.clearProperty(STORE);
        System.clearProperty(STORE_PASSWORD);
        service.close();
    }

    private String submit(Receiver receiver) {
        return service.client()
                .submit("{\"callbackUrl\": \"https://hook.example:" + receiver.port() + "/in?token=hush\"}");
    }

    @Test
    void a_call_reaches_a_host_with_a_trusted_certificate_and_is_signed() throws IOException, GeneralSecurityException {
        try (var receiver = Receiver.start(trusted.server(), Receiver.status(200))) {
            var delivery = service.awaitState(submit(receiver), "DELIVERED");

            assertThat(delivery.path("attempts").path(0).path("status").asInt()).isEqualTo(200);
            assertThat(delivery.path("attempts").path(0).path("error").isNull()).isTrue();
            assertThat(receiver.requests()).singleElement().satisfies(request -> {
                assertThat(request.line()).isEqualTo("POST /in?token=hush HTTP/1.1");
                assertThat(request.header("webhook-signature"))
                        .isEqualTo(SigningSecrets.of(WebhookService.SECRET)
                                .sign(
                                        delivery.path("id").asString(),
                                        Long.parseLong(request.header("webhook-timestamp")),
                                        request.body()));
            });
        }
    }

    @Test
    void nothing_is_sent_to_a_host_with_a_certificate_that_is_not_trusted()
            throws IOException, GeneralSecurityException {
        requireRefused(stranger);
    }

    @Test
    void nothing_is_sent_to_a_host_with_a_trusted_certificate_of_another()
            throws IOException, GeneralSecurityException {
        requireRefused(ofAnother);
    }

    private void requireRefused(TestCertificate certificate) throws IOException, GeneralSecurityException {
        try (var receiver = Receiver.start(certificate.server(), Receiver.status(200))) {
            var delivery = service.awaitState(submit(receiver), "GIVEN_UP");

            assertThat(delivery.path("attempts").size()).isEqualTo(3);
            assertThat(delivery.path("attempts")).allSatisfy(attempt -> {
                assertThat(attempt.path("error").asString()).isEqualTo("tls-failed");
                assertThat(attempt.path("status").isNull()).isTrue();
            });
            assertThat(receiver.requests()).isEmpty();
        }
    }
}
