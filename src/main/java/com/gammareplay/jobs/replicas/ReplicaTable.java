package com.gammareplay.jobs.replicas;

import com.gammareplay.jobs.store.Transactions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of the processes that live; only PostgreSQL has it. It goes by the database's clock alone. */
@Component
class ReplicaTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final TransactionOperations writing;
    private final String id = UUID.randomUUID().toString();

    ReplicaTable(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.writing = transactions.writing();
    }

    /**
     * Notes what this process has, and gives the others.
     *
     * @param forgets whether those are forgotten that have been silent for ten seconds
     */
    List<Replica> meet(Set<String> datasets, int workers, boolean forgets) {
        return writing.execute(_ -> {
            jdbc.sql("""
                            insert into replica (id, datasets, workers, seen_at) values (?, ?, ?, now())
                            on conflict (id) do update
                            set datasets = excluded.datasets, workers = excluded.workers, seen_at = excluded.seen_at""").params(id, JSON.writeValueAsString(datasets), workers).update();
            if (forgets) {
                jdbc.sql("delete from replica where seen_at < now() - interval '10 seconds'")
                        .update();
            }
            return jdbc.sql("select datasets, workers from replica where id <> ?")
                    .param(id)
                    .query((row, _) -> new Replica(
                            JSON.readValue(row.getString(1), new TypeReference<Set<String>>() {}), row.getInt(2)))
                    .list();
        });
    }

    /** Forgets this process. */
    void leave() {
        writing.executeWithoutResult(
                _ -> jdbc.sql("delete from replica where id = ?").param(id).update());
    }
}
