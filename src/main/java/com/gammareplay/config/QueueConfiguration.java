package com.gammareplay.config;

import com.gammareplay.jobs.Jobs;
import com.gammareplay.preparation.ForegroundWork;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the queue as many threads as there are to be workers, and the preparation of datasets what they leave. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

    /** Datasets are prepared while no job is replayed. */
    @Bean
    ForegroundWork foregroundWork(Jobs jobs) {
        return jobs::isBusy;
    }

    @Bean
    static BeanPostProcessor queueThreads(ObjectProvider<GammaSettings> settings) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                if (bean instanceof DbSchedulerProperties queue) {
                    queue.setThreads(settings.getObject().workers());
                }
                return bean;
            }
        };
    }
}
