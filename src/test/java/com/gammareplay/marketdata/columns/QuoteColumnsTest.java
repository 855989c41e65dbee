package com.gammareplay.marketdata.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gammareplay.model.Right;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes laid out as columns: what was added is found, and what was kept is what was laid out. */
class QuoteColumnsTest {

    private static final int MAX_AGE = 90;

    private final QuoteColumnsBuilder builder = new QuoteColumnsBuilder();

    private void add(long id, long time, Right right, int strike, int bid) {
        builder.add(id, time, right, strike, bid, bid + 10);
    }

    /** {@code bid/ask of the moment at which they were recorded} at each moment, a dash before the first. */
    private static List<String> quotes(QuoteColumns columns, Right right, int strike) {
        var series = columns.series(right, strike);
        return IntStream.range(0, columns.moments())
                .mapToObj(moment -> columns.quotedIn(series, moment) < 0
                        ? "-"
                        : columns.bid(series, moment) + "/" + columns.ask(series, moment) + " of "
                                + columns.quotedIn(series, moment))
                .toList();
    }

    private static QuoteColumns kept(QuoteColumns columns) {
        return QuoteColumns.read(new ColumnReader(ColumnWriter.bytes(columns::write)));
    }

    @Test
    void quotes_are_carried_forward_from_the_book_in_which_each_series_is_first_quoted() {
        add(1, 100, Right.CALL, 500, 1);
        add(2, 130, Right.PUT, 500, 2);
        add(3, 130, Right.CALL, -400, 3);
        add(4, 160, Right.CALL, 500, 4);

        for (var columns : List.of(builder.build(), kept(builder.build()))) {
            assertThat(quotes(columns, Right.CALL, 500)).containsExactly("1/11 of 0", "1/11 of 0", "4/14 of 2");
            assertThat(quotes(columns, Right.PUT, 500)).containsExactly("-", "2/12 of 1", "2/12 of 1");
            assertThat(quotes(columns, Right.CALL, -400)).containsExactly("-", "3/13 of 1", "3/13 of 1");
            assertThat(quotes(columns, Right.PUT, -400)).containsExactly("-", "-", "-");
            assertThat(columns.series(Right.CALL, 450)).isNegative();
        }
    }

    @Test
    void a_quote_of_the_first_and_only_book_is_usable_and_a_series_without_one_is_not() {
        add(1, 100, Right.CALL, 500, 1);
        var columns = builder.build();

        assertThat(columns.isUsable(columns.series(Right.CALL, 500), 0, 100 + MAX_AGE, MAX_AGE))
                .isTrue();
        assertThat(columns.isUsable(columns.series(Right.CALL, 500), 0, 101 + MAX_AGE, MAX_AGE))
                .isFalse();
        assertThat(columns.isUsable(columns.series(Right.PUT, 500), 0, 100, MAX_AGE))
                .isFalse();
        assertThat(columns.isUsable(-1, 0, 100, MAX_AGE)).isFalse();
        assertThat(columns.impliedIndex(0, 100, MAX_AGE)).isEmpty();
    }

    @Test
    void a_day_without_quotes_has_no_moment_and_no_series() {
        for (var columns : List.of(builder.build(), kept(builder.build()))) {
            assertThat(columns.moments()).isZero();
            assertThat(columns.momentAt(Long.MAX_VALUE)).isEqualTo(QuoteColumns.NO_MOMENT);
            assertThat(columns.momentAt(Long.MAX_VALUE, QuoteColumns.NO_MOMENT)).isEqualTo(QuoteColumns.NO_MOMENT);
            assertThat(columns.series(Right.CALL, 500)).isNegative();
            assertThat(columns.impliedIndex(QuoteColumns.NO_MOMENT, 0, MAX_AGE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2 3", "3 2 1", "2 3 1"})
    void of_rows_of_one_contract_and_instant_the_highest_id_wins_in_any_order(String ids) {
        for (var id : ids.split(" ", -1)) {
            add(Long.parseLong(id), 130, Right.PUT, 500, 10 * Integer.parseInt(id));
            add(Long.parseLong(id) + 10, 100, Right.PUT, 500, Integer.parseInt(id));
        }

        assertThat(quotes(builder.build(), Right.PUT, 500)).containsExactly("3/13 of 0", "30/40 of 1");
        assertThat(builder.duplicates()).isEqualTo(4);
    }

    @Test
    void as_many_quotes_as_are_allowed_are_laid_out_to_the_last_and_one_book_more_is_refused() {
        var moments = QuoteColumnsBuilder.MOST_CELLS / 2;
        add(0, 0, Right.PUT, 500, 7);
        for (var moment = 1; moment < moments; moment++) {
            add(moment, moment, Right.CALL, 500, 1);
        }
        var columns = builder.build();
        var put = columns.series(Right.PUT, 500);

        assertThat(columns.moments()).isEqualTo(moments);
        assertThat(columns.quotedIn(put, moments - 1)).isZero();
        assertThat(columns.bid(put, moments - 1)).isEqualTo(7);
        assertThat(columns.quotedIn(columns.series(Right.CALL, 500), moments - 1))
                .isEqualTo(moments - 1);
        add(moments, moments, Right.CALL, 500, 1);
        assertThatExceptionOfType(TooManyQuotesException.class).isThrownBy(builder::build);
    }

    @Test
    @Timeout(20)
    void more_strikes_than_any_recorder_writes_take_no_time_that_grows_with_their_square() {
        var strikes = 1 << 19;
        for (var strike = strikes; strike > 0; strike--) {
            add(strikes - strike, 100, Right.CALL, strike, strike);
        }
        var columns = builder.build();

        assertThat(quotes(columns, Right.CALL, 1)).containsExactly("1/11 of 0");
        assertThat(quotes(columns, Right.CALL, strikes)).containsExactly(strikes + "/" + (strikes + 10) + " of 0");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 5", "1, 1, 7", "1, 1, 0", "0, 0, 6", "2, 0, 6", "0, 2, 6"})
    void columns_whose_lengths_do_not_fit_each_other_are_refused(int moments, int strikes, int ints) {
        var bytes = ColumnWriter.bytes(writer -> {
            writer.add(new long[moments]);
            writer.add(new int[strikes]);
            writer.add(new int[ints]);
        });

        assertThatIllegalArgumentException().isThrownBy(() -> QuoteColumns.read(new ColumnReader(bytes)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "1, 1, 0", "0, 1, 1", "1, 2, 1"})
    void so_are_those_of_prices_and_peaks(int times, int first, int second) {
        var prices = ColumnWriter.bytes(writer -> {
            writer.add(new long[times]);
            writer.add(new long[first]);
            writer.add(new double[second]);
        });
        var peaks = ColumnWriter.bytes(writer -> {
            writer.add(new long[times]);
            writer.add(new double[first]);
            writer.add(new double[second]);
        });

        assertThatIllegalArgumentException().isThrownBy(() -> PriceColumns.read(new ColumnReader(prices)));
        assertThatIllegalArgumentException().isThrownBy(() -> PeakColumns.read(new ColumnReader(peaks)));
    }
}
