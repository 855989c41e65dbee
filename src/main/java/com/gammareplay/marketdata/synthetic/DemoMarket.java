package com.gammareplay.marketdata.synthetic;

import com.gammareplay.calendar.ExchangeCalendar;
import com.gammareplay.marketdata.synthetic.DayPlan.Headline;
import com.gammareplay.model.Session;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;

/** The five days of the demo dataset: two calm ones, a wild one, an early close and one that goes up. */
public final class DemoMarket {

    public static final long SEED = 13;

    private final ExchangeCalendar calendar = new ExchangeCalendar();

    /** The days in order; on one the recorder was out for some minutes, on another it missed a check. */
    public List<DayPlan> days() {
        return List.of(
                DayPlan.of(november(24), Regime.calm(), 15.8, 0.002, 0.0010)
                        .withOutage(LocalTime.of(12, 17), LocalTime.of(12, 24)),
                DayPlan.of(november(25), new Regime(0.45, 120, 0, -0.3, -0.2), 16.4, -0.002, 0.0025)
                        .withoutCheck(LocalTime.of(10, 30))
                        .withHeadlines(new Headline(LocalTime.of(12, 41), 0.0055)),
                DayPlan.of(november(26), Regime.wild(), 18.4, -0.003, 0.0005)
                        .withHeadlines(new Headline(LocalTime.of(11, 12), -0.003)),
                DayPlan.of(november(28), Regime.calm(), 15.4, 0.003, 0),
                DayPlan.of(
                        session(LocalDate.of(2025, Month.DECEMBER, 1)), Regime.trending(0.006), 16.2, -0.002, 0.0015));
    }

    private Session november(int day) {
        return session(LocalDate.of(2025, Month.NOVEMBER, day));
    }

    private Session session(LocalDate date) {
        return calendar.session(date).orElseThrow();
    }
}
