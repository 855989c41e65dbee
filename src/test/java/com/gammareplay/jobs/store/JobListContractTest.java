package com.gammareplay.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.jobs.Job;
import com.gammareplay.jobs.JobFilter;
import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobPosition;
import com.gammareplay.jobs.JobResult;
import com.gammareplay.jobs.JobSort;
import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.ListedJob;
import com.gammareplay.jobs.WarningFilter;
import com.gammareplay.jobs.queue.JobQueue;
import com.gammareplay.model.Index;
import com.gammareplay.requests.Submission;
import com.gammareplay.requests.Tags;
import com.gammareplay.testing.StoreService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of jobs, whichever database they are kept in. */
@ParameterizedClass
@EnumSource(StoreService.Kind.class)
class JobListContractTest {

    private static final JobFilter ALL = backtests(null, null, null, null);
    private static final JobSort BEST = new JobSort("totalPnl", true);
    private static final JobSort WORST = new JobSort("totalPnl", false);

    private final StoreService.Kind kind;
    private final StoreService service;
    private final JobList list;

    JobListContractTest(StoreService.Kind kind) {
        this.kind = kind;
        service = StoreService.empty(kind);
        service.bean(JobQueue.class).pause();
        list = service.bean(JobList.class);
    }

    private void add(JobKind jobKind, String id, List<String> tags, String request, @Nullable String headline) {
        var draft = new Submission<>("", request, id, new Tags(tags), null);
        var store = service.bean(JobStore.class);
        service.bean(JobQueue.class).add(Job.queued(id, jobKind, draft, Instant.EPOCH), _ -> {});
        if (headline != null) {
            store.succeed(store.start(id).orElseThrow(), new JobResult(headline, () -> {}), null);
        }
    }

    private void ended(String id, String headline) {
        add(JobKind.BACKTEST, id, List.of(), "{}", headline);
    }

    private List<String> page(JobFilter filter, JobSort sort, @Nullable JobPosition after, int limit) {
        return ids(list.page(filter, sort, after, limit));
    }

    private static List<String> ids(List<ListedJob> jobs) {
        return jobs.stream().map(listed -> listed.job().id()).toList();
    }

    private List<String> all(JobFilter filter) {
        return page(filter, JobSort.NEWEST, null, 100);
    }

    private static JobFilter backtests(
            @Nullable JobStatus status, @Nullable String dataset, @Nullable Index index, @Nullable String tag) {
        return new JobFilter(JobKind.BACKTEST, status, dataset, index, null, tag, WarningFilter.NONE);
    }

    @Test
    void filters_choose_jobs() {
        add(JobKind.BACKTEST, "one", List.of("a", "\"b\""), "{\"dataset\":\"demo\",\"indices\":[\"SPX\"]}", null);
        add(JobKind.BACKTEST, "two", List.of("ab", "b"), "{\"dataset\":\"other\",\"indices\":[\"SPX\",\"NDX\"]}", "{}");
        add(JobKind.SWEEP, "sweep", List.of("a"), "{\"base\":{\"dataset\":\"demo\",\"indices\":[\"NDX\"]}}", null);

        assertThat(all(ALL)).containsExactly("two", "one");
        assertThat(all(backtests(JobStatus.QUEUED, null, null, null))).containsExactly("one");
        assertThat(all(backtests(null, "demo", null, null))).containsExactly("one");
        assertThat(all(backtests(null, null, Index.NDX, null))).containsExactly("two");
        assertThat(all(backtests(null, null, Index.SPX, null))).containsExactly("two", "one");
        assertThat(all(backtests(null, null, null, "a"))).containsExactly("one");
        assertThat(all(backtests(null, null, null, "\"b\""))).containsExactly("one");
        assertThat(all(backtests(null, null, null, "A"))).isEmpty();
        assertThat(all(backtests(null, "demo", Index.NDX, "a"))).isEmpty();
        assertThat(all(new JobFilter(JobKind.SWEEP, null, "demo", Index.NDX, null, "a", WarningFilter.NONE)))
                .containsExactly("sweep");
        assertThat(all(new JobFilter(JobKind.BACKTEST, null, null, null, "two", null, WarningFilter.NONE)))
                .containsExactly("two");
    }

    @Test
    void jobs_with_a_warning_are_left_out_and_those_of_which_nothing_is_known() {
        ended("few", "{\"warnings\":{\"FEW_TRADES\":3}}");
        ended("free", "{\"warnings\":{\"FEW_TRADES\":3,\"NO_COSTS\":3}}");
        ended("clean", "{\"warnings\":{}}");
        ended("of an earlier version", "{}");
        add(JobKind.BACKTEST, "waits", List.of(), "{}", null);

        assertThat(all(without("NO_COSTS"))).containsExactly("waits", "clean", "few");
        assertThat(all(without("any"))).containsExactly("waits", "clean");
    }

    private static JobFilter without(String name) {
        return new JobFilter(JobKind.BACKTEST, null, null, null, null, null, WarningFilter.of(List.of(name)));
    }

    @Test
    void pages_by_a_number_have_each_job_once_with_those_without_it_last() {
        ended("a", "{\"totalPnl\":5.00}");
        ended("b", "{\"totalPnl\":null}");
        ended("c", "{\"totalPnl\":-3.50}");
        ended("d", "{\"totalPnl\":5.00}");
        ended("e", "{\"totalPnl\":120}");
        add(JobKind.BACKTEST, "f", List.of(), "{}", null);

        assertThat(page(ALL, BEST, null, 10)).containsExactly("e", "d", "a", "c", "f", "b");
        assertThat(page(ALL, WORST, null, 10)).containsExactly("c", "a", "d", "e", "f", "b");
        for (var size = 1; size < 7; size++) {
            var paged = new ArrayList<String>();
            JobPosition after = null;
            List<ListedJob> page;
            do {
                page = list.page(ALL, BEST, after, size);
                paged.addAll(ids(page));
                after = page.isEmpty() ? null : page.getLast().position();
            } while (after != null);
            assertThat(paged).as("pages of %s", size).containsExactly("e", "d", "a", "c", "f", "b");
        }
    }

    /** What a database means to do for a query. */
    private String plan(String sql, String dataset) {
        var explain = kind == StoreService.Kind.SQLITE ? "explain query plan " : "explain ";
        var statement = service.database().sql(explain + sql).param("limit", 20).param("value", 1.0);
        return String.join(
                "\n",
                statement
                        .param("number", 1L)
                        .param("dataset", dataset)
                        .query((row, _) -> row.getString(kind == StoreService.Kind.SQLITE ? 4 : 1))
                        .list());
    }

    @Test
    void lists_read_an_index_in_its_order_and_sort_nothing() {
        service.database().sql("""
                        insert into job (id, kind, status, label, request, created_at, finished_at, headline)
                        with recursive counted(n) as (select 1 union all select n + 1 from counted where n < 20000)
                        select 'job ' || n, 'BACKTEST', 'SUCCEEDED', 'label ' || (n % 100), '{"dataset": "demo"}', 1, 1, '{}'
                        from counted""").update();
        service.database().sql("""
                        insert into headline_number (job, name, value) select number, 'totalPnl', number % 1000 from job""").update();
        if (kind == StoreService.Kind.POSTGRESQL) {
            service.database().sql("analyze").update();
        }

        var after = new JobPosition(5.0, 1);
        assertThat(List.of(
                        plan(list.ranking(ALL, BEST, null), "demo"),
                        plan(list.ranking(ALL, BEST, after), "demo"),
                        plan(list.ranking(ALL, WORST, after), "demo"),
                        plan(list.ranking(backtests(JobStatus.SUCCEEDED, "demo", null, null), BEST, null), "demo")))
                .allSatisfy(plan -> assertThat(plan)
                        .contains("headline_number_value")
                        .doesNotContain("TEMP B-TREE")
                        .doesNotContain("Sort"));
        assertThat(plan(list.inOrder(backtests(null, "rare", null, null), "", JobSort.NEWEST, null), "rare"))
                .contains("job_dataset")
                .doesNotContain("TEMP B-TREE");
        assertThat(list.page(ALL, BEST, null, 21))
                .extracting(listed -> listed.position().value())
                .containsExactlyElementsOf(
                        Stream.concat(Stream.generate(() -> 999.0).limit(20), Stream.of(998.0))
                                .toList());
    }
}
