package com.gammareplay.fake;

import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.report.ReportWriter;
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
    FakeBacktests fakeBacktests(DatasetCatalog catalog) {
        return new FakeBacktests(catalog);
    }

    @Bean
    @Primary
    ReportWriter fakeReport() {
        return new FakeReport();
    }
}
