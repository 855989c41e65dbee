package com.gammareplay.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.calendar.NewYork;
import com.gammareplay.calendar.TickSchedule;
import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollPlanTest {

    private static final List<Index> BOTH = List.of(Index.SPX, Index.NDX);

    private static Session session(String date) {
        return new ExchangeCalendar().session(LocalDate.parse(date)).orElseThrow();
    }

    private static PollPlan plan(Session session, List<Index> indices, int snapshotWindow, String... checks) {
        var times = Arrays.stream(checks).map(LocalTime::parse).toList();
        var settings = new PollSettings(3, 15, 90, snapshotWindow, 10, times);
        return PollPlan.of(session, new TickSchedule(session, 30), indices, settings);
    }

    /** Every poll of a plan, each taken at the second at which it is to be begun. */
    private static List<PollPlan.Planned> all(PollPlan plan) {
        var all = new ArrayList<PollPlan.Planned>();
        while (!plan.next().equals(Instant.MAX)) {
            all.addAll(plan.due(plan.next()));
        }
        return all;
    }

    private static List<String> lines(List<PollPlan.Planned> polls) {
        return polls.stream()
                .map(poll -> NewYork.time(poll.begin()) + " " + poll.index() + " " + poll.kind() + " for "
                        + NewYork.time(poll.tick()))
                .toList();
    }

    @Test
    void quotes_are_asked_for_three_seconds_before_each_tick_of_each_index() {
        var session = session("2025-11-26");
        var quotes = all(plan(session, BOTH, 120)).stream()
                .filter(poll -> poll.kind() == Poll.Kind.QUOTES)
                .toList();

        assertThat(quotes).hasSize(2 * 781).allMatch(poll -> poll.begin() == poll.tick() - 3);
        for (var index : BOTH) {
            assertThat(quotes.stream().filter(poll -> poll.index() == index).map(PollPlan.Planned::tick))
                    .hasSize(781)
                    .startsWith(session.open(), session.open() + 30)
                    .endsWith(session.close());
        }
    }

    @Test
    void before_a_check_a_snapshot_is_asked_for_and_again_while_the_check_waits() {
        var check = NewYork.epochSecond(LocalDate.of(2025, 11, 26), LocalTime.of(10, 0));
        var snapshots = all(plan(session("2025-11-26"), List.of(Index.SPX), 120, "10:00")).stream()
                .filter(poll -> poll.kind() == Poll.Kind.SNAPSHOT && poll.since() != PollPlan.EVER)
                .toList();

        assertThat(lines(snapshots))
                .containsExactly(
                        "09:59:45 SPX SNAPSHOT for 10:00",
                        "10:00:15 SPX SNAPSHOT for 10:00:30",
                        "10:00:45 SPX SNAPSHOT for 10:01",
                        "10:01:15 SPX SNAPSHOT for 10:01:30",
                        "10:01:45 SPX SNAPSHOT for 10:02");
        assertThat(snapshots).allMatch(poll -> poll.since() == check - 15);
    }

    @Test
    void a_snapshot_that_is_too_old_for_the_bot_is_not_good_enough() {
        var session = session("2025-11-26");
        var check = NewYork.epochSecond(session.date(), LocalTime.of(10, 0));
        var settings = new PollSettings(3, 15, 5, 120, 10, List.of(LocalTime.of(10, 0)));

        assertThat(all(PollPlan.of(session, new TickSchedule(session, 30), BOTH, settings)))
                .filteredOn(poll -> poll.since() != PollPlan.EVER)
                .isNotEmpty()
                .allMatch(poll -> poll.since() == check - 5);
    }

    @Test
    void there_are_two_polls_a_tick_and_index_however_many_checks_wait() {
        var checks = Stream.iterate(LocalTime.of(9, 30), time -> time.plusMinutes(1))
                .limit(390)
                .map(LocalTime::toString)
                .toArray(String[]::new);

        assertThat(all(plan(session("2025-11-26"), BOTH, 86_400, checks))).hasSize(2 * 2 * 781);
    }

    @Test
    void until_the_first_snapshot_one_is_asked_for_before_each_tick() {
        var session = session("2025-11-26");
        var first = all(plan(session, BOTH, 120)).stream()
                .filter(poll -> poll.kind() == Poll.Kind.SNAPSHOT)
                .toList();

        assertThat(first)
                .hasSize(2 * 781)
                .allMatch(poll -> poll.since() == PollPlan.EVER && poll.begin() == poll.tick() - 15);
    }

    @Test
    void polls_come_in_the_order_of_time_and_those_of_one_second_SPX_before_NDX() {
        var polls = all(plan(session("2025-11-26"), List.of(Index.NDX, Index.SPX), 0));

        assertThat(lines(polls.subList(0, 8)))
                .containsExactly(
                        "09:29:45 SPX SNAPSHOT for 09:30",
                        "09:29:45 NDX SNAPSHOT for 09:30",
                        "09:29:57 SPX QUOTES for 09:30",
                        "09:29:57 NDX QUOTES for 09:30",
                        "09:30:15 SPX SNAPSHOT for 09:30:30",
                        "09:30:15 NDX SNAPSHOT for 09:30:30",
                        "09:30:27 SPX QUOTES for 09:30:30",
                        "09:30:27 NDX QUOTES for 09:30:30");
        assertThat(polls).isSortedAccordingTo((one, other) -> Long.compare(one.begin(), other.begin()));
    }

    @Test
    void what_is_for_a_tick_that_has_come_is_not_asked_any_more() {
        var session = session("2025-11-26");
        var plan = plan(session, List.of(Index.SPX), 0);

        assertThat(lines(plan.due(Instant.ofEpochSecond(session.open()).plusMillis(27_500))))
                .containsExactly("09:30:15 SPX SNAPSHOT for 09:30:30", "09:30:27 SPX QUOTES for 09:30:30");
        assertThat(plan.due(Instant.ofEpochSecond(session.open() + 60))).isEmpty();
        assertThat(NewYork.time(plan.next().getEpochSecond())).isEqualTo(LocalTime.of(9, 31, 15));
    }

    @Test
    void nothing_is_due_before_its_second() {
        var session = session("2025-11-26");
        var plan = plan(session, List.of(Index.SPX), 0);

        assertThat(plan.due(plan.next().minusMillis(1))).isEmpty();
        assertThat(plan.due(plan.next())).hasSize(1);
    }

    @Test
    void an_early_close_ends_the_plan_and_checks_at_and_after_it_are_left_out() {
        var session = session("2025-11-28");
        var polls = all(plan(session, List.of(Index.SPX), 120, "12:30", "13:00", "14:00"));

        assertThat(polls.getLast().tick()).isEqualTo(session.close());
        assertThat(polls.stream().map(PollPlan.Planned::since).filter(since -> since != PollPlan.EVER))
                .containsOnly(NewYork.epochSecond(session.date(), LocalTime.of(12, 30)) - 15);
    }

    @Test
    void a_session_that_trades_wants_snapshots_at_its_own_checks_and_at_those_of_a_recorder() {
        var recorder = List.of(
                "09:36", "10:00", "10:30", "11:00", "11:30", "12:00", "12:30", "13:00", "13:30", "14:00", "14:30",
                "15:00");

        var own = PollSettings.of(PaperRequests.parameters("entryTimes", List.of("10:07")));

        var times = new TreeSet<>(recorder.stream().map(LocalTime::parse).toList());
        assertThat(PollSettings.ofRecorder(120).checkTimes()).containsExactlyElementsOf(times);
        times.add(LocalTime.of(10, 7));
        assertThat(own.checkTimes()).containsExactlyElementsOf(times);
        assertThat(own).isEqualTo(new PollSettings(3, 15, 90, 120, 10, List.copyOf(times)));
    }
}
