package com.gammareplay.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.gammareplay.api.Client;
import com.gammareplay.jobs.EventId;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.TestService;
import com.gammareplay.jobs.intake.JobEvents;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Results of many parts, and what becomes of them if their job goes away while they are read. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("trial")
class LongDocumentsTest {

    private static final int LINE = 1_000;
    /** Some 400 KB, which hardly get shorter by compression. */
    private static final int SEVERAL_PARTS = 300;
    /** Some 26 MB: more than all buffers between the service and a client that does not read. */
    private static final int MORE_THAN_BUFFERS_HOLD = 20_000;

    private final Random random = new Random(1);
    private TestService service;
    private Client client;

    @BeforeAll
    void start(@TempDir Path home) {
        service = TestService.start(home);
        client = service.client();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private String lines(int count) {
        var text = new StringBuilder();
        var line = new byte[LINE];
        for (var number = 0; number < count; number++) {
            random.nextBytes(line);
            text.append("{\"number\":")
                    .append(number)
                    .append(",\"session\":")
                    .append(number / 10)
                    .append(",\"text\":\"")
                    .append(Base64.getEncoder().encodeToString(line))
                    .append("\"}\n");
        }
        return text.toString();
    }

    /** A job that has succeeded with a text for each of its documents; its path. */
    private String jobWith(String text) {
        var job = service.submit();
        service.awaitStatus(job, JobStatus.SUCCEEDED);
        service.bean(JdbcClient.class)
                .sql("delete from job_part where job_id = ?")
                .param(job)
                .update();
        var transactions = service.bean(Transactions.class).writing();
        transactions.executeWithoutResult(
                _ -> service.bean(JobDocumentStore.class).keep(job, Documents.of(text)));
        return "/api/v1/backtests/" + job;
    }

    private int parts(String job) {
        return service.bean(JdbcClient.class)
                .sql("select count(*) from job_part where job_id = ? and kind = 'RESULT'")
                .param(job.substring(job.lastIndexOf('/') + 1))
                .query(Integer.class)
                .single();
    }

    private InputStream read(String path, String form) {
        var answer = client.open(client.request(path).header("Accept", form));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @CsvSource({"/result, application/json", "/trades, application/x-ndjson", "/decisions, application/x-ndjson"})
    void a_document_of_several_parts_comes_back_whole(String document, String form) throws IOException {
        var text = lines(SEVERAL_PARTS);
        var job = jobWith(text);

        assertThat(parts(job)).isGreaterThan(3);
        try (var body = read(job + document, form)) {
            assertThat(body).hasContent(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/result, application/json",
        "/trades, application/x-ndjson",
        "/trades, text/csv",
        "/decisions, application/x-ndjson",
        "/decisions, text/csv"
    })
    void an_answer_whose_job_is_deleted_meanwhile_does_not_look_complete(
            String document, String form, CapturedOutput output) throws IOException {
        var job = jobWith(lines(MORE_THAN_BUFFERS_HOLD));
        try (var body = read(job + document, form)) {
            assertThat(body.readNBytes(LINE)).hasSize(LINE);

            assertThat(client.delete(job).statusCode()).isEqualTo(204);

            assertThatIOException().isThrownBy(body::readAllBytes);
        }
        assertThat(output.getAll().lines().filter(line -> line.contains(job + document)))
                .singleElement()
                .asString()
                .contains("An answer was cut off", "WARN");
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void whoever_follows_a_job_that_has_ended_holds_little_of_it() throws IOException, InterruptedException {
        var path = jobWith(lines(MORE_THAN_BUFFERS_HOLD));
        var before = usedMemory();
        var nothing = new EventId(0, 0, JobStatus.QUEUED, false);
        try (var subscription = service.bean(JobEvents.class)
                .subscribe(path.substring(path.lastIndexOf('/') + 1), nothing)
                .orElseThrow()) {
            var events = new ArrayList<>(subscription.next(Duration.ZERO));

            assertThat(usedMemory() - before).isLessThan(LINE * MORE_THAN_BUFFERS_HOLD / 2);
            while (!subscription.isOver()) {
                events.addAll(subscription.next(Duration.ZERO));
            }
            assertThat(events).hasSize(MORE_THAN_BUFFERS_HOLD + 2);
            assertThat(events.getLast().id()).hasToString("1-" + MORE_THAN_BUFFERS_HOLD + "-SUCCEEDED-end");
        }
    }

    @Test
    void a_client_that_goes_away_is_not_logged(CapturedOutput output) throws IOException {
        var job = jobWith(lines(MORE_THAN_BUFFERS_HOLD));
        try (var body = read(job + "/result", "application/json")) {
            assertThat(body.readNBytes(LINE)).hasSize(LINE);
        }
        try (var body = read(jobWith(lines(1)) + "/result", "application/json")) {
            assertThat(body.readAllBytes()).isNotEmpty();
        }
        assertThat(output.getAll()).doesNotContain(job);
    }
}
