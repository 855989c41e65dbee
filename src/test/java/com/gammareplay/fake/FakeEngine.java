package com.gammareplay.fake;

import com.gammareplay.fake.FakeBacktests.Behaviour;
import com.gammareplay.marketdata.Dataset;
import com.gammareplay.marketdata.DatasetCatalog;
import com.gammareplay.marketdata.SessionRange;
import com.gammareplay.model.Index;
import com.gammareplay.report.ReportWriter;
import com.gammareplay.requests.ReplayRequests;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the fake engine in the place of the real one. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeEngine {

    /** Three recordings, one of which cannot be read. */
    @Bean
    @Primary
    DatasetCatalog fakeCatalog() {
        var content = new Dataset.Content(
                List.of(Index.values()), new SessionRange(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13)), null);
        return FakeCatalog.of(
                new Dataset("broken", false, false, 10, null, "broken.db is no SQLite file"),
                new Dataset("demo", true, false, 4096, content, null),
                new Dataset("other", false, false, 4096, content, null));
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
