package com.gammareplay.config;

import com.gammareplay.jobs.Jobs;
import com.gammareplay.preparation.Workload;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the preparation of datasets what the workers leave. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

    /** Datasets are prepared while no job is replayed. */
    @Bean
    Workload workload(Jobs jobs) {
        return jobs::isBusy;
    }
}
