package com.gammareplay.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The whole suite is also run far from New York and English: these tests make sure that it really is. */
class AmbientTest {

    @Test
    @SuppressWarnings("JavaTimeDefaultTimeZone") // it is the default that is asked for
    void the_default_zone_is_the_one_asked_for() {
        var zone = System.getProperty("gamma.test.zone", "");
        assumeTrue(!zone.isBlank(), "-Dgamma.test.zone names no zone");

        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of(zone));
    }

    @Test
    @SuppressWarnings("DefaultLocale") // it is the default that is asked for
    void the_default_locale_is_the_one_asked_for() {
        var language = System.getProperty("gamma.test.locale", "");
        assumeTrue(!language.isBlank(), "-Dgamma.test.locale names no language");

        assertThat(Locale.getDefault().getLanguage()).isEqualTo(language);
    }
}
