package com.gammareplay.fake;

import com.gammareplay.fake.FakeBacktests.Behaviour;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.requests.ReplayRequests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the fake engine in the place of the real one. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeEngine {

    @Bean
    @Primary
    DatasetCatalog fakeCatalog() {
        return new FakeCatalog();
    }

    @Bean
    @Primary
    ReplayRequests fakeRequests(DatasetCatalog catalog) {
        return new FakeRequests(catalog);
    }

    /** What it does from the start of the service, before a test can tell it, a bean of that kind says. */
    @Bean
    @Primary
    FakeBacktests fakeBacktests(ObjectProvider<Behaviour> first) {
        return new FakeBacktests(first.getIfAvailable(() -> FakeBacktests.QUICK));
    }

    @Bean
    @Primary
    FakeSweeps fakeSweeps() {
        return new FakeSweeps();
    }

    @Bean
    @Primary
    ReportWriter fakeReport() {
        return new FakeReport();
    }
}
