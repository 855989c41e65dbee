package com.gammareplay.config;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the queue as many threads as there are to be workers. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

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
