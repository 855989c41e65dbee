package com.gammareplay.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GroupCommitTest {

    private static final int OTHERS = 20;

    @TempDir
    private Path folder;

    private volatile String url = "";
    private JdbcClient jdbc;
    private Manager manager;
    private GroupCommit commits;

    /** Counts what reaches the disk, and fails to get there when it is told to. */
    private static final class Manager extends JdbcTransactionManager {
        private static final long serialVersionUID = 1L;
        private final AtomicInteger commits = new AtomicInteger();
        private volatile boolean isDiskFull;
        private transient volatile Runnable afterNext = () -> {};

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            if (isDiskFull) {
                doRollback(status);
                throw new TransactionSystemException("the disk is full");
            }
            commits.incrementAndGet();
            super.doCommit(status);
        }

        @Override
        protected void doCleanupAfterCompletion(Object transaction) {
            super.doCleanupAfterCompletion(transaction);
            var next = afterNext;
            afterNext = () -> {};
            next.run();
        }
    }

    @BeforeEach
    void database() {
        url = "jdbc:sqlite:" + folder.resolve("jobs.db") + "?transaction_mode=IMMEDIATE&busy_timeout=0";
        var source = new LazyConnectionDataSourceProxy(new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return DriverManager.getConnection(url);
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        });
        manager = new Manager();
        manager.setDataSource(source);
        jdbc = JdbcClient.create(source);
        jdbc.sql("create table job (number integer primary key)").update();
        commits = new GroupCommit(new TransactionTemplate(manager));
    }

    private int write(int number) {
        var written = commits.execute(_ -> {
            jdbc.sql("insert into job values (?)").params(number).update();
            return number;
        });
        return written == null ? -1 : written;
    }

    /** Everything that is on the disk, as somebody else sees it. */
    private List<Integer> written() {
        return jdbc.sql("select number from job order by number")
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** Lets a number of writes meet: all others begin while the first is still written. */
    private List<Future<Integer>> together(int others, boolean isDiskFullForThem) throws InterruptedException {
        return together(others, isDiskFullForThem, this::write);
    }

    private List<Future<Integer>> together(int others, boolean isDiskFullForThem, IntUnaryOperator other)
            throws InterruptedException {
        var isFirstWriting = new CountDownLatch(1);
        var mayFirstEnd = new CountDownLatch(1);
        var threads = new CopyOnWriteArrayList<Thread>();
        try (var pool = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            threads.add(thread);
            return thread;
        })) {
            var writes = new ArrayList<Future<Integer>>();
            writes.add(pool.submit(() -> commits.execute(_ -> {
                isFirstWriting.countDown();
                awaitQuietly(mayFirstEnd);
                return jdbc.sql("insert into job values (0)").update() - 1;
            })));
            isFirstWriting.await();
            for (var count = 1; count <= others; count++) {
                var number = count;
                writes.add(pool.submit(() -> other.applyAsInt(number)));
            }
            await().until(() -> threads.stream().filter(GroupCommitTest::waits).count() > others);
            manager.isDiskFull = isDiskFullForThem;
            mayFirstEnd.countDown();
            return writes;
        }
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writesThatMeetShareOneTransaction() throws Exception {
        var writes = together(OTHERS, false);

        for (var number = 0; number <= OTHERS; number++) {
            assertThat(writes.get(number).get()).isEqualTo(number);
        }
        assertThat(written()).hasSize(OTHERS + 1);
        assertThat(manager.commits).hasValue(2);
    }

    @Test
    void aWriteThatFailsIsUndoneAlone() throws Exception {
        write(7);

        var writes = together(OTHERS, false);

        assertThatThrownBy(() -> writes.get(7).get()).hasCauseInstanceOf(DataAccessException.class);
        assertThat(writes.get(8).get()).isEqualTo(8);
        assertThat(written()).hasSize(OTHERS + 1);
    }

    @Test
    void aHalfDoneWriteLeavesNothing() {
        assertThatThrownBy(() -> commits.execute(_ -> {
                    jdbc.sql("insert into job values (1)").update();
                    throw new DataIntegrityViolationException("half of it");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(written()).isEmpty();
    }

    @Test
    void allHearOfItWhenTheDiskRefusesThem() throws Exception {
        var writes = together(OTHERS, true);

        for (var write : writes) {
            assertThatThrownBy(write::get).hasCauseInstanceOf(TransactionSystemException.class);
        }
        assertThat(written()).isEmpty();
        manager.isDiskFull = false;
        assertThat(write(3)).isEqualTo(3);
    }

    @Test
    void aWriteWithinAWriteBelongsToIt() {
        assertThatThrownBy(() -> commits.execute(_ -> {
                    write(1);
                    throw new DataIntegrityViolationException("after the inner one");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(written()).isEmpty();
    }

    @Test
    void moreWritesThanOneTransactionTakesAllGetWritten() throws Exception {
        var many = 150;

        var writes = together(many, false);

        assertThat(written()).hasSize(many + 1);
        assertThat(writes).allSatisfy(write -> assertThat(write).isDone());
        assertThat(manager.commits.get()).isBetween(3, 5);
    }

    /** All writes but the first must have failed at once for what the database said, and left nothing. */
    private void assertTroubleOfAllButTheFirst(List<Future<Integer>> writes) {
        var failures = writes.stream().skip(1).map(Future::exceptionNow).toList();
        assertThat(failures).allSatisfy(failure -> {
            assertThat(failure).isSameAs(failures.getFirst());
            assertThat(StorageTrouble.in(failure)).isPresent();
        });
        assertThat(written()).containsExactly(0);
        assertThat(write(3)).isEqualTo(3);
        assertThat(written()).containsExactly(0, 3);
    }

    @Test
    void allHearOfItWhenTheDatabaseIsLocked() throws Exception {
        try (var other = DriverManager.getConnection(url)) {
            manager.afterNext = () -> execute(other, "begin immediate");

            var writes = together(OTHERS, false);

            execute(other, "rollback");
            assertTroubleOfAllButTheFirst(writes);
        }
    }

    private static void execute(Connection connection, String statement) {
        try (var executed = connection.createStatement()) {
            executed.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void allHearOfItWhenTheDatabaseCanOnlyBeRead() throws Exception {
        var writable = url;
        manager.afterNext = () -> url = writable + "&open_mode=1";

        var writes = together(OTHERS, false);

        url = writable;
        assertTroubleOfAllButTheFirst(writes);
    }

    /** As SQLite may do when the disk is full, or a read or write of it fails. */
    @Test
    void allFailWhenTheDatabaseEndsTheirTransaction() throws Exception {
        var writes = together(OTHERS, false, number -> {
            var result = commits.execute(_ -> {
                jdbc.sql("insert into job values (?)").params(number).update();
                if (number == OTHERS / 2) {
                    jdbc.sql("rollback").update();
                    throw new DataAccessResourceFailureException(
                            "no room", new SQLiteException("no room", SQLiteErrorCode.SQLITE_FULL));
                }
                return number;
            });
            return result == null ? -1 : result;
        });

        assertTroubleOfAllButTheFirst(writes);
    }
}
