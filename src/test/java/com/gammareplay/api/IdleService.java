package com.gammareplay.api;

import static org.awaitility.Awaitility.await;

import com.gammareplay.fake.FakeBacktests;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lets the jobs of a test end, which would take the workers of the next one. */
final class IdleService implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        var service = SpringExtension.getApplicationContext(test);
        service.getBean(FakeBacktests.class).behaveQuickly();
        var open = service.getBean(JdbcClient.class)
                .sql("select count(*) from job where status in ('QUEUED', 'RUNNING', 'CANCELLING')");
        await().until(() -> open.query(Integer.class).single() == 0);
    }
}
