package com.gammareplay.fake;

import com.gammareplay.fake.FakeBacktests.Behaviour;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.replay.sweep.Sweeps;
import com.gammareplay.report.ReportWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
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

    /** What it does from the start of the service, before a test can tell it, a bean of that kind says. */
    @Bean
    @Primary
    FakeBacktests fakeBacktests(DatasetCatalog catalog, ObjectProvider<Behaviour> first) {
        return new FakeBacktests(catalog, first.getIfAvailable(() -> FakeBacktests.QUICK));
    }

    @Bean
    @Primary
    FakeSweeps fakeSweeps(@Qualifier("sweeps") Sweeps engine) {
        return new FakeSweeps(engine);
    }

    @Bean
    @Primary
    ReportWriter fakeReport() {
        return new FakeReport();
    }
}
