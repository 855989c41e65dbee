package com.gammareplay.config;

import com.gammareplay.jobs.intake.Jobs;
import com.gammareplay.preparation.ForegroundWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the preparation of datasets what the workers leave. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

    /** Datasets are prepared while no job is replayed. */
    @Bean
    ForegroundWork foregroundWork(Jobs jobs) {
        return jobs::isBusy;
    }
}
