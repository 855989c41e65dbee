package com.gammareplay.config;

import org.springframework.context.annotation.Configuration;

/** The engine: recordings, replays and reports, which know nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {}
