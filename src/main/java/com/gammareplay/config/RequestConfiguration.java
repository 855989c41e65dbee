package com.gammareplay.config;

import com.gammareplay.jobs.Callbacks;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.requests.BacktestReader;
import com.gammareplay.requests.PaperReader;
import com.gammareplay.requests.ReplayRequests;
import com.gammareplay.requests.RequestReader;
import com.gammareplay.requests.SweepReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reads requests. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

    @Bean
    ReplayRequests replayRequests(DatasetCatalog catalog) {
        return new RequestReader(catalog);
    }

    @Bean
    BacktestReader backtestReader(ReplayRequests requests, Callbacks callbacks) {
        return new BacktestReader(requests, callbacks::problem);
    }

    @Bean
    SweepReader sweepReader(ReplayRequests requests) {
        return new SweepReader(requests);
    }

    @Bean
    PaperReader paperReader(ReplayRequests requests) {
        return new PaperReader(requests);
    }
}
