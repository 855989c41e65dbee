package com.gammareplay.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;

/** Holidays and early closes of the NYSE by its Rule 7.2, and the closings that it announced besides. */
final class Holidays {

    private static final int FIRST_JUNETEENTH = 2022;

    /** Full closings outside the rule. */
    private static final Map<LocalDate, String> SPECIAL_CLOSINGS =
            Map.of(LocalDate.of(2025, 1, 9), "Day of Mourning for President Carter");

    private Holidays() {}

    /** The name of the holiday for which the exchange is closed on a date, empty if it is none. */
    static Optional<String> name(LocalDate date) {
        return Optional.ofNullable(SPECIAL_CLOSINGS.get(date))
                .or(() -> fixedHoliday(date))
                .or(() -> movingHoliday(date));
    }

    /** True if the exchange closes at 13:00; only asked of dates on which it opens. */
    static boolean closesEarly(LocalDate date) {
        return isDayAfterThanksgiving(date) || isChristmasEve(date) || isEveOfIndependenceDay(date);
    }

    private static Optional<String> fixedHoliday(LocalDate date) {
        var year = date.getYear();
        if (isNewYearsDay(date)) {
            return Optional.of("New Year's Day");
        }
        if (date.equals(observed(LocalDate.of(year, Month.JULY, 4)))) {
            return Optional.of("Independence Day");
        }
        if (date.equals(observed(LocalDate.of(year, Month.DECEMBER, 25)))) {
            return Optional.of("Christmas Day");
        }
        return year >= FIRST_JUNETEENTH && date.equals(observed(LocalDate.of(year, Month.JUNE, 19)))
                ? Optional.of("Juneteenth")
                : Optional.empty();
    }

    /** A New Year's Day on a Saturday is not made up for: the Friday before belongs to the old accounting year. */
    private static boolean isNewYearsDay(LocalDate date) {
        var newYear = LocalDate.of(date.getYear(), Month.JANUARY, 1);
        return date.equals(newYear.getDayOfWeek() == SUNDAY ? newYear.plusDays(1) : newYear);
    }

    private static Optional<String> movingHoliday(LocalDate date) {
        return switch (date.getMonth()) {
            case JANUARY ->
                on(date.with(TemporalAdjusters.dayOfWeekInMonth(3, MONDAY)), date, "Martin Luther King Jr. Day");
            case FEBRUARY ->
                on(date.with(TemporalAdjusters.dayOfWeekInMonth(3, MONDAY)), date, "Washington's Birthday");
            case MARCH, APRIL -> on(easter(date.getYear()).minusDays(2), date, "Good Friday");
            case MAY -> on(date.with(TemporalAdjusters.lastInMonth(MONDAY)), date, "Memorial Day");
            case SEPTEMBER -> on(date.with(TemporalAdjusters.firstInMonth(MONDAY)), date, "Labor Day");
            case NOVEMBER -> on(thanksgiving(date.getYear()), date, "Thanksgiving Day");
            case JUNE, JULY, AUGUST, OCTOBER, DECEMBER -> Optional.empty();
        };
    }

    private static Optional<String> on(LocalDate holiday, LocalDate date, String name) {
        return holiday.equals(date) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isDayAfterThanksgiving(LocalDate date) {
        return date.equals(thanksgiving(date.getYear()).plusDays(1));
    }

    private static boolean isChristmasEve(LocalDate date) {
        return date.getMonth() == Month.DECEMBER && date.getDayOfMonth() == 24;
    }

    private static boolean isEveOfIndependenceDay(LocalDate date) {
        return date.getMonth() == Month.JULY && date.getDayOfMonth() == 3;
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, THURSDAY));
    }

    private static LocalDate observed(LocalDate holiday) {
        if (holiday.getDayOfWeek() == SATURDAY) {
            return holiday.minusDays(1);
        }
        return holiday.getDayOfWeek() == SUNDAY ? holiday.plusDays(1) : holiday;
    }

    /** Easter Sunday of the Gregorian calendar (Anonymous Gregorian computus, Nature 1876). */
    private static LocalDate easter(int year) {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        var f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
