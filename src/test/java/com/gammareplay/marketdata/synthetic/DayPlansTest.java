package com.gammareplay.marketdata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.gammareplay.calendar.ExchangeCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayPlansTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @Test
    void two_years_have_calm_days_and_wild_ones_with_and_without_news() {
        var plans = plans(5);
        assertThat(plans).extracting(DayPlan::regime).contains(Regime.calm(), Regime.wild());
        assertThat(plans).anyMatch(plan -> !plan.headlines().isEmpty());
        assertThat(plans).anyMatch(plan -> !plan.outages().isEmpty());
        assertThat(plans).allMatch(plan -> plan.openingVix() >= 12 && plan.openingVix() <= 22);
    }

    @Test
    void the_same_seed_gives_the_same_plans() {
        assertThat(plans(5)).isEqualTo(plans(5)).isNotEqualTo(plans(6));
    }

    private static List<DayPlan> plans(long seed) {
        var plans = new DayPlans(seed);
        return new ExchangeCalendar()
                .sessions(FIRST, LAST).stream().map(plans::next).toList();
    }
}
