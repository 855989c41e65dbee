package com.gammareplay.api.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.api.Client;
import com.gammareplay.api.ServiceTest;
import com.gammareplay.fake.FakeBacktests;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class BacktestListTest {

    private static final String BACKTESTS = "/api/v1/backtests";

    private final FakeBacktests backtests;
    private final JdbcClient database;
    private final Client client;
    private final String tag = UUID.randomUUID().toString();

    @Autowired
    BacktestListTest(FakeBacktests backtests, JdbcClient database, @LocalServerPort int port) {
        this.backtests = backtests;
        this.database = database;
        client = new Client(port);
    }

    @BeforeEach
    void runs_are_quick() {
        backtests.behaveQuickly();
    }

    /** A job of this test that ended with a P&L; without one if it is null. */
    private String job(String label, String totalPnl) {
        var job = client.submit("{\"label\": \"" + label + "\", \"tags\": [\"x\", \"" + tag + "\"]}");
        client.awaitStatus(job, "SUCCEEDED");
        var id = job.substring(BACKTESTS.length() + 1);
        database.sql("update job set headline = ? where id = ?")
                .params("{\"totalPnl\":" + totalPnl + "}", id)
                .update();
        database.sql("delete from headline_number where job = (select number from job where id = ?)")
                .param(id)
                .update();
        if (!totalPnl.equals("null")) {
            database.sql("insert into headline_number (job, name, value)"
                            + " select number, 'totalPnl', cast(? as double precision) from job where id = ?")
                    .params(totalPnl, id)
                    .update();
        }
        return job;
    }

    private void warned(String label, String warnings) {
        var id = job(label, "1.00").substring(BACKTESTS.length() + 1);
        database.sql("update job set headline = ? where id = ?")
                .params("{\"totalPnl\":1.00,\"warnings\":" + warnings + "}", id)
                .update();
    }

    private List<String> labels(String query) {
        return client.json(client.get(BACKTESTS + "?tag=" + tag + "&" + query))
                .path("items")
                .valueStream()
                .map(item -> item.path("label").asString())
                .toList();
    }

    /** All pages, with something done after each. */
    private List<String> pages(String query, Runnable between) {
        var labels = new ArrayList<String>();
        var path = BACKTESTS + "?limit=2&tag=" + tag + "&" + query;
        for (var cursor = ""; ; ) {
            var page = client.json(client.get(path + cursor));
            page.path("items")
                    .valueStream()
                    .forEach(item -> labels.add(item.path("label").asString()));
            if (page.path("next").isNull()) {
                return labels;
            }
            cursor = "&cursor=" + page.path("next").asString();
            between.run();
        }
    }

    @Test
    void filters_choose_jobs() {
        job("one", "1.00");
        job("two", "2.00");

        assertThat(labels("")).containsExactly("two", "one");
        assertThat(labels("label=one")).containsExactly("one");
        assertThat(labels("status=SUCCEEDED&dataset=demo&index=SPX")).containsExactly("two", "one");
        assertThat(labels("status=FAILED")).isEmpty();
        assertThat(labels("dataset=other")).isEmpty();
        assertThat(client.json(client.get(BACKTESTS + "?tag=" + UUID.randomUUID()))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void jobs_with_a_warning_can_be_left_out() {
        warned("few", "{\"FEW_TRADES\":3}");
        warned("free", "{\"FEW_TRADES\":3,\"NO_COSTS\":3}");
        warned("clean", "{}");
        job("of an earlier version", "1.00");
        var waits = job("without a headline", "1.00").substring(BACKTESTS.length() + 1);
        database.sql("update job set headline = null where id = ?").param(waits).update();
        database.sql("delete from headline_number where job = (select number from job where id = ?)")
                .param(waits)
                .update();

        assertThat(labels("")).hasSize(5);
        assertThat(labels("withoutWarnings=NO_COSTS")).containsExactly("without a headline", "clean", "few");
        assertThat(labels("withoutWarnings=NO_COSTS,FEW_TRADES")).containsExactly("without a headline", "clean");
        assertThat(labels("withoutWarnings=any&sort=totalPnl")).containsExactly("clean", "without a headline");
        assertThat(pages("withoutWarnings=FEW_SESSIONS&sort=totalPnl", () -> {}))
                .hasSize(4);
    }

    @Test
    void jobs_are_sorted_by_headline_numbers_with_those_without_last() {
        job("a", "5.00");
        job("b", "null");
        job("c", "-3.50");
        job("d", "5.00");
        job("e", "120");

        assertThat(labels("sort=createdAt")).containsExactly("a", "b", "c", "d", "e");
        assertThat(labels("sort=-totalPnl")).containsExactly("e", "d", "a", "c", "b");
        assertThat(labels("sort=totalPnl")).containsExactly("c", "a", "d", "e", "b");
        assertThat(labels("sort=winRate")).containsExactly("e", "d", "c", "b", "a");
    }

    @Test
    void pages_of_a_sorted_list_have_each_job_once_while_others_arrive() {
        for (var number = 0; number < 7; number++) {
            job("job " + number, number % 3 == 0 ? "null" : "-" + number + ".25");
        }

        var pages = pages("sort=-totalPnl", () -> job("late", "100.00"));
        var ascending = pages("sort=totalPnl&label=late", () -> {});

        assertThat(pages.stream().filter(label -> !label.equals("late")))
                .containsExactly("job 1", "job 2", "job 4", "job 5", "job 6", "job 3", "job 0");
        assertThat(ascending).hasSize(3);
    }

    @Test
    void a_cursor_belongs_to_its_order_and_filters() {
        job("a", "1.00");
        job("b", "2.00");
        var next = client.json(client.get(BACKTESTS + "?limit=1&tag=" + tag))
                .path("next")
                .asString();

        assertThat(client.get(BACKTESTS + "?limit=1&tag=" + tag + "&cursor=" + next)
                        .statusCode())
                .isEqualTo(200);
        for (var other : List.of("&sort=createdAt", "&status=FAILED", "&label=a")) {
            assertThat(client.get(BACKTESTS + "?limit=1&tag=" + tag + "&cursor=" + next + other)
                            .statusCode())
                    .as(other)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "status=succeeded, /status, did you mean SUCCEEDED?",
        "index=SPY, /index, did you mean SPX?",
        "sort=-totalPnL, /sort, did you mean -totalPnl?",
        "withoutWarnings=NO_COST, /withoutWarnings, did you mean NO_COSTS?",
        "withoutWarnings=true, /withoutWarnings, must be one of any",
        "withoutWarnings=, /withoutWarnings, must be one of any",
        "lable=a, /lable, did you mean label?",
        "limit=1001, /limit, 1000",
        "cursor=x, /cursor, must be the next"
    })
    void a_wrong_value_is_refused_with_the_nearest_name(String query, String pointer, String message) {
        var response = client.get(BACKTESTS + "?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        var error = client.json(response).path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo(pointer);
        assertThat(error.path("message").asString()).contains(message);
    }
}
