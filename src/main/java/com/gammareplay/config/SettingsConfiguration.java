package com.gammareplay.config;

import com.gammareplay.access.Access;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Settings, the folder that is written to, and the clock on the wall. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GammaSettings.class, CacheSettings.class, DatabaseSettings.class})
class SettingsConfiguration {

    @Bean
    static SettingsCheck settingsCheck(ConfigurableEnvironment environment) {
        return new SettingsCheck(environment);
    }

    /** All that is written lies in it, so that a service that must not start touches nothing. */
    @Bean
    GammaHome gammaHome(GammaSettings settings, Access access, ServerProperties server) {
        requireCallers(access, server);
        AvailableMemory.requireEnough();
        settings.requireRecordings();
        return GammaHome.open(settings.home());
    }

    private static void requireCallers(Access access, ServerProperties server) {
        if (access.mustBeRefused()) {
            var address = server.getAddress();
            throw new StartRefusedException(
                    "Without API keys the service is not started on the address "
                            + (address == null ? "0.0.0.0" : address.getHostAddress())
                            + ", where other machines can call it.",
                    "Set GAMMA_API_KEYS (the command key makes one), or SERVER_ADDRESS=127.0.0.1,"
                            + " or GAMMA_ALLOW_ANONYMOUS=true to serve everybody.");
        }
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
