package com.gammareplay.testing;

import com.gammareplay.Application;
import com.gammareplay.fake.FakeEngine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service with the fake engine on either database, one of each for all tests of the JVM, which ends with it. */
public final class StoreService {

    /** Where the jobs are kept. */
    public enum Kind {
        SQLITE,
        POSTGRESQL
    }

    /** Jobs that may wait. */
    public static final int MAX_QUEUED = 10;

    private static final Map<Kind, StoreService> STARTED = new EnumMap<>(Kind.class);

    private final ConfigurableApplicationContext context;

    private StoreService(Kind kind) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--gamma.workers=1",
                "--gamma.max-queued=" + MAX_QUEUED,
                "--gamma.home=target/test-home/" + UUID.randomUUID(),
                "--gamma.data-dir=src/test/resources/no-recordings"));
        if (kind == Kind.POSTGRESQL) {
            arguments.add("--spring.profiles.active=cluster");
            arguments.add("--gamma.database.url=" + EmbeddedServer.url());
        }
        context =
                new SpringApplicationBuilder(Application.class, FakeEngine.class).run(arguments.toArray(String[]::new));
    }

    /** The service of a kind, without any rows. */
    public static synchronized StoreService empty(Kind kind) {
        var service = STARTED.computeIfAbsent(kind, StoreService::new);
        for (var table :
                List.of("job", "paper_session", "scheduled_tasks", "scheduled_sweeps", "webhook_task", "trial")) {
            service.database().sql("delete from " + table).update();
        }
        return service;
    }

    /** Adds a job that waits and that no worker will find. */
    public void add(String id) {
        database()
                .sql("insert into job (id, kind, status, request, created_at, callback_url)"
                        + " values (?, 'BACKTEST', 'QUEUED', '{}', 1, 'https://hook.example/in')")
                .param(id)
                .update();
    }

    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    /** The number of rows of a table. */
    public int count(String table) {
        return database()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
