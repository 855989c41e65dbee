package com.gammareplay.config;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Settings, the folder that is written to, and the clock on the wall. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GammaSettings.class, CacheSettings.class})
class SettingsConfiguration {

    @Bean
    static SettingsCheck settingsCheck(ConfigurableEnvironment environment) {
        return new SettingsCheck(environment);
    }

    /** Takes who may call as an argument so that a service that must not start touches nothing. */
    @Bean
    GammaHome gammaHome(GammaSettings settings, Access access) {
        AvailableMemory.requireEnough();
        settings.requireRecordings();
        return GammaHome.open(settings.home());
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
