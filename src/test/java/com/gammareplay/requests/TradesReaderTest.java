package com.gammareplay.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.gammareplay.bot.Strategy;
import com.gammareplay.model.Index;
import com.gammareplay.reconciliation.ComparedTrade;
import com.gammareplay.reconciliation.Strikes;
import com.gammareplay.reconciliation.TradeTable;
import com.gammareplay.reconciliation.TradeTable.BadRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradesReaderTest {

    private static final String NEW_YORK = "America/New_York";
    private static final String HEADER = "index,entryTime,exitTime,strikes,credit,exitValue,pnl,contracts,exitReason\n";

    private static TradeTable read(String csv) {
        return new TradesReader(NEW_YORK, Map.of()).read(csv);
    }

    private static ComparedTrade only(String csv) {
        var table = read(csv);
        assertThat(table.badRows()).isEmpty();
        assertThat(table.trades()).hasSize(1);
        return table.trades().getFirst();
    }

    private static List<String> problems(String csv, Map<String, String> names) {
        var refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> new TradesReader(NEW_YORK, names).read(csv));
        return refusal.problems().stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    @Test
    void a_row_is_a_trade() {
        var trade = only(
                HEADER
                        + "SPXW,2025-11-24 10:00:30,2025-11-24T16:00:00Z,6680/6690/6740/6750,5.40,1.25,\"1,234.50\",3,profit target\n");

        assertThat(trade)
                .isEqualTo(new ComparedTrade(
                        2,
                        Index.SPX,
                        LocalDate.of(2025, 11, 24),
                        second("2025-11-24T15:00:30Z"),
                        new Strikes(List.of(6680, 6690, 6740, 6750), Strategy.IRON_CONDOR),
                        new BigDecimal("5.40"),
                        3,
                        second("2025-11-24T16:00:00Z"),
                        new BigDecimal("1.25"),
                        "PROFIT_TARGET",
                        123_450));
    }

    @Test
    void what_may_be_left_out_is_not_there() {
        var trade = only(HEADER + "ndx,2025-11-24T10:00,,25000/25020,11.3,2,,,\n");

        assertThat(trade.index()).isEqualTo(Index.NDX);
        assertThat(trade.exit()).isNull();
        assertThat(trade.exitReason()).isNull();
        assertThat(trade.contracts()).isOne();
        assertThat(trade.credit()).isEqualTo("11.30");
        assertThat(trade.pnl()).isEqualTo(93_000);
        assertThat(trade.strikes().strategy()).isNull();
    }

    @Test
    void columns_have_any_order_and_the_names_that_were_given() {
        var table = new TradesReader(
                        null, Map.of("index", "Symbol", "entryTime", " opened ", "credit", "Net Credit", "pnl", "P/L"))
                .read("\uFEFF" + """
                        Note;x,P/L,Net Credit,Opened,Symbol,PUTSHORT,putLong
                        "a, ""b""
                        ",-$12.5,.85,2025-11-24 10:00-05:00,SPX,6690.0,6680.0

                         , ,,,,,
                        ,+1,1.00,2025-11-24 10:00 +0000,SPX,6690,6680""".replace("\n", "\r\n"));

        assertThat(table.badRows()).isEmpty();
        assertThat(table.trades()).extracting(ComparedTrade::number).containsExactly(2, 6);
        assertThat(table.trades()).extracting(ComparedTrade::pnl).containsExactly(-1250L, 100L);
        assertThat(table.trades())
                .extracting(ComparedTrade::entry)
                .containsExactly(second("2025-11-24T15:00:00Z"), second("2025-11-24T10:00:00Z"));
        assertThat(table.trades().getFirst().strikes()).isEqualTo(new Strikes(List.of(6680, 6690), Strategy.PUT));
        assertThat(table.trades().getFirst().credit()).isEqualTo("0.85");
    }

    @ParameterizedTest
    @CsvSource({
        "6950C/6960C, CALL",
        "6890p 6880P, PUT",
        "C6950;C6960, CALL",
        "6950|6960, ",
        "6950/6960/6890/6880, IRON_CONDOR",
        "6950C / 6960C / 6890P / 6880P, IRON_CONDOR",
        "6950/6960/6950/6940, IRON_CONDOR"
    })
    void strikes_may_stand_in_one_column(String text, Strategy strategy) {
        assertThat(only(HEADER + "SPX,2025-11-24 10:00,," + text + ",1,0,,,\n")
                        .strikes()
                        .strategy())
                .isEqualTo(strategy);
    }

    @Test
    void strikes_of_the_legs_win_over_those_of_one_column() {
        var rows = read("""
                index,entryTime,strikes,callShort,callLong,putShort,putLong,credit,pnl
                SPX,2025-11-24 10:00,1/2,6950,6960,6890,6880,1,0
                SPX,2025-11-24 10:00,6950/6960,,,,,1,0
                """);

        assertThat(rows.trades())
                .extracting(ComparedTrade::strikes)
                .containsExactly(
                        new Strikes(List.of(6880, 6890, 6950, 6960), Strategy.IRON_CONDOR),
                        new Strikes(List.of(6950, 6960), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            DAX,2025-11-24 10:00,,6950/6960,1,0,,,          ! index must be SPX or NDX, was DAX
            ,2025-11-24 10:00,,6950/6960,1,0,,,             ! index must be given
            SPX,,,6950/6960,1,0,,,                          ! entryTime must be given
            SPX,24.11.2025 10:00,,6950/6960,1,0,,,          ! 24.11.2025 10:00 is no time, write it as 2025-11-24 10:00:05, with an offset or without
            SPX,2025-11-31 10:00,,6950/6960,1,0,,,          ! 2025-11-31 10:00 is no time of the calendar
            SPX,2025-11-24 25:00,,6950/6960,1,0,,,          ! 2025-11-24 25:00 is no time of the calendar
            SPX,2025-11-24 10:00+99:00,,6950/6960,1,0,,,    ! 2025-11-24 10:00+99:00 is no time of the calendar
            SPX,2026-03-08 02:30,,6950/6960,1,0,,,          ! 2026-03-08T02:30 is left out by the clocks of America/New_York
            SPX,2025-11-02 01:30,,6950/6960,1,0,,,          ! 2025-11-02T01:30 is shown twice by the clocks of America/New_York: write its offset behind it
            SPX,2025-11-24 10:00,2025-11-24 09:59,6950/6960,1,0,,, ! exitTime must not be before the entry, was 2025-11-24 09:59
            SPX,2025-11-24 10:00,,6950,1,0,,,               ! strikes must be two of a spread or four of an iron condor, such as 6950C/6960C, was 6950
            SPX,2025-11-24 10:00,,6950C/6960P,1,0,,,        ! strikes must be two of a spread or four of an iron condor, such as 6950C/6960C, was 6950C/6960P
            SPX,2025-11-24 10:00,,-6950/6960,1,0,,,         ! strikes must have strikes in whole points, was -6950
            SPX,2025-11-24 10:00,,6952.5/6960,1,0,,,        ! strikes must have strikes in whole points, was 6952.5
            SPX,2025-11-24 10:00,,C6950C/6960C,1,0,,,       ! strikes must have strikes in whole points, was C6950C
            SPX,2025-11-24 10:00,,99999999999/6960,1,0,,,   ! strikes must have strikes in whole points, was 99999999999
            SPX,2025-11-24 10:00,,,1,0,,,                   ! strikes must have strikes in whole points, was ""
            SPX,2025-11-24 10:00,,6950/6960,,0,,,           ! credit must be given
            SPX,2025-11-24 10:00,,6950/6960,0,0,,,          ! credit must be more than 0
            SPX,2025-11-24 10:00,,6950/6960,-1,0,,,         ! credit must be from 0 to 10000 dollars per share, was -1
            SPX,2025-11-24 10:00,,6950/6960,NaN,0,,,        ! credit must be an amount such as 1250.50, was NaN
            SPX,2025-11-24 10:00,,6950/6960,1e9,0,,,        ! credit must be an amount such as 1250.50, was 1e9
            SPX,2025-11-24 10:00,,6950/6960,10000.01,0,,,   ! credit must be from 0 to 10000 dollars per share, was 10000.01
            SPX,2025-11-24 10:00,,6950/6960,1.00001,0,,,    ! credit must have at most 4 decimals, was 1.00001
            SPX,2025-11-24 10:00,,6950/6960,1,99999999999999999999,,, ! exitValue must be an amount such as 1250.50, was 99999999999999999999
            SPX,2025-11-24 10:00,,6950/6960,1,-0.05,,,      ! exitValue must be from 0 to 10000 dollars per share, was -0.05
            SPX,2025-11-24 10:00,,6950/6960,1,,,,           ! pnl must be given, or exitValue: was the trade closed?
            SPX,2025-11-24 10:00,,6950/6960,1,,1.005,,      ! pnl must have at most 2 decimals, was 1.005
            SPX,2025-11-24 10:00,,6950/6960,1,,-1000000001,, ! pnl must be at most 1000000000 dollars, was -1000000001
            SPX,2025-11-24 10:00,,6950/6960,1,0,,0,         ! contracts must be a whole number from 1 to 9999, was 0
            SPX,2025-11-24 10:00,,6950/6960,1,0,,-1,        ! contracts must be a whole number from 1 to 9999, was -1
            SPX,2025-11-24 10:00,,6950/6960,1,0,,1.5,       ! contracts must be a whole number from 1 to 9999, was 1.5
            SPX,2025-11-24 10:00,,6950/6960,1,0             ! must have 9 columns, as the header has, had 6
            SPX,2025-11-24 10:00,,6950/6960,1,0,1,234,50,,  ! must have 9 columns, as the header has, had 11
            """)
    void a_bad_row_is_named_by_its_line_and_the_others_are_read(String row, String problem) {
        var good = "SPX,2025-11-24 10:00,,6950/6960,1,0,,,\n";

        var table = read(HEADER + good + row.strip() + "\n" + good);

        assertThat(table.badRows()).containsExactly(new BadRow(3, problem));
        assertThat(table.trades()).extracting(ComparedTrade::number).containsExactly(2, 4);
    }

    @Test
    void what_is_shown_of_a_cell_is_short_and_readable() {
        var table = read(HEADER + "\u0000\u001b[31m" + "x".repeat(500_000) + ",2025-11-24 10:00,,6950/6960,1,0,,,\n");

        assertThat(table.badRows().getFirst().problem())
                .isEqualTo("index must be SPX or NDX, was \uFFFD\uFFFD[31m" + "x".repeat(34) + "…");
        assertThat(only(HEADER + "SPX,2025-11-24 10:00,,6950/6960,1,0,,,by\u001bhand\n")
                        .exitReason())
                .isEqualTo("BY\uFFFDHAND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            ``                                       ! /csv must have a header
            ` , ,\n\n`                               ! /csv must have a header
            `index;entryTime;credit\nSPX;x;1`        ! /csv must have commas between columns
            `index\tentryTime\tcredit`               ! /csv must have commas between columns
            `index,entryTime,strikes,credit,pnl\nSPX,"2025`    ! /csv line 2: what begins with a quote must end with one, before a comma or the end of a line
            `index,entryTime,strikes,credit,pnl\n\n"SPX"x,1,`  ! /csv line 3: what begins with a quote must end with one, before a comma or the end of a line
            `index,INDEX,entryTime,strikes,credit,pnl`         ! /csv has several columns index
            `indx,entryTime,strikes,credit,pnl`                ! /csv has no column index, nor do columns name one, did you mean indx?
            `index,entryTime,credit,pnl`             ! /csv has no column strikes, nor callShort or putShort, nor do columns name one
            `index,entryTime,strikes,credit`         ! /csv has neither a column exitValue nor pnl, nor do columns name one
            """)
    void a_table_that_is_wrong_as_a_whole_is_refused(String csv, String problem) {
        assertThat(problems(csv.replace("\\n", "\n").replace("\\t", "\t"), Map.of()))
                .containsExactly(problem);
    }

    @Test
    void every_mistake_about_columns_is_named_where_it_stands() {
        assertThat(problems("Symbol,Time,strikes,credit,pnl", Map.of("index", "Symbl", "entrytime", "Time")))
                .containsExactlyInAnyOrder(
                        "/columns/entrytime unknown column, did you mean entryTime?",
                        "/columns/index there is no column Symbl in the header, did you mean Symbol?",
                        "/csv has no column entryTime, nor do columns name one");
    }

    @Test
    void the_zone_must_be_one_and_must_be_given_if_a_time_needs_it() {
        var row = HEADER + "SPX,2025-11-24 10:00Z,,6950/6960,1,0,,,\nSPX,2025-11-24 10:00,,6950/6960,1,0,,,\n";

        assertThat(catchThrowableOfType(
                        InvalidRequestException.class, () -> new TradesReader(null, Map.of()).read(row)))
                .hasMessage("/zone must be given, for times name no offset, such as that in line 3");
        assertThat(catchThrowableOfType(
                        InvalidRequestException.class, () -> new TradesReader("Mars", Map.of()).read(row)))
                .hasMessage("/zone must be a zone id such as \"UTC\" or \"America/New_York\"");
        assertThat(new TradesReader("UTC", Map.of()).read(row).trades())
                .extracting(ComparedTrade::entry)
                .containsOnly(second("2025-11-24T10:00:00Z"));
    }

    @Test
    void a_table_has_limits() {
        var row = "SPX,2025-11-24 10:00,,6950/6960,1,0,,,\n";
        var wide = IntStream.range(0, 10_000).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertThat(read(HEADER + row.repeat(10_000)).trades()).hasSize(10_000);
        assertThat(problems(HEADER + row.repeat(10_001), Map.of()))
                .containsExactly("/csv must have at most 10000 rows");
        assertThat(problems(wide, Map.of())).containsExactly("/csv must have at most 200 columns");
    }
}
