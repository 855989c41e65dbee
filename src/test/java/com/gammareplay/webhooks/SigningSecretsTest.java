package com.gammareplay.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_" + Base64.getEncoder().encodeToString(new byte[64]);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIMESTAMP = 1614265330;
    private static final String PAYLOAD = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /** The example that libraries for Standard Webhooks test themselves with. */
    @Test
    void the_known_example_has_its_signature() {
        assertThat(SigningSecrets.of(SECRET).sign(ID, TIMESTAMP, PAYLOAD)).isEqualTo(SIGNATURE);
    }

    @Test
    void several_secrets_give_several_signatures() {
        var other = SigningSecrets.of(OTHER).sign(ID, TIMESTAMP, PAYLOAD);

        assertThat(SigningSecrets.of(" " + SECRET + "  " + OTHER + " ").sign(ID, TIMESTAMP, PAYLOAD))
                .isEqualTo(SIGNATURE + " " + other);
        assertThat(other).isNotEqualTo(SIGNATURE);
    }

    @Test
    void id_time_and_payload_are_all_signed() {
        var secrets = SigningSecrets.of(SECRET);

        assertThat(secrets.sign("msg_other", TIMESTAMP, PAYLOAD)).isNotEqualTo(SIGNATURE);
        assertThat(secrets.sign(ID, TIMESTAMP + 1, PAYLOAD)).isNotEqualTo(SIGNATURE);
        assertThat(secrets.sign(ID, TIMESTAMP, PAYLOAD + " ")).isNotEqualTo(SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa",
                "whsec_MfKQ9r8GKYqr!wjUPD8ILPZIo2LaLaSw",
                SECRET + " whsec_c2hvcnQ="
            })
    void a_secret_that_cannot_be_used_is_refused_without_being_shown(String text) {
        assertThatExceptionOfType(InvalidSecretException.class)
                .isThrownBy(() -> SigningSecrets.of(text))
                .withMessage("A secret of webhooks must be whsec_ followed by 24 to 64 bytes in base64.")
                .withNoCause();
    }

    @Test
    void more_than_64_bytes_are_refused() {
        var long65 = "whsec_" + Base64.getEncoder().encodeToString(new byte[65]);

        assertThatExceptionOfType(InvalidSecretException.class).isThrownBy(() -> SigningSecrets.of(long65));
    }

    @Test
    void without_a_text_there_is_no_secret() {
        assertThat(SigningSecrets.of(" ").isEmpty()).isTrue();
        assertThat(SigningSecrets.of(SECRET).isEmpty()).isFalse();
    }

    @Test
    void no_text_form_shows_a_secret() {
        var setting = WebhookSettings.SecretSetting.of(SECRET);

        assertThat(setting).asString().doesNotContain("MfKQ");
        assertThat(SigningSecrets.of(SECRET)).asString().doesNotContain("MfKQ");
    }
}
