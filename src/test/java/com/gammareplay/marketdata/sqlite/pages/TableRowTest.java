package com.gammareplay.marketdata.sqlite.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of three columns, of which the last and the first are looked at. */
class TableRowTest {

    private final TableRow row = new TableRow(List.of(2, 0));

    private void moveTo(String hex) throws UnreadablePageException {
        var record = HexFormat.of().parseHex(hex);
        row.moveTo(1, Arrays.copyOf(record, record.length + 16), 0, record.length);
    }

    @Test
    void cells_are_found_behind_those_that_are_not_looked_at() throws UnreadablePageException {
        moveTo("04020f0101006180");
        assertThat(row.number(1)).isEqualTo(256);
        assertThat(row.number(0)).isEqualTo(-128);
    }

    @Test
    void columns_behind_may_be_there_or_not() throws UnreadablePageException {
        moveTo("0500000901" + "07");
        assertThat(row.number(0)).isEqualTo(1);
        moveTo("04000008");
        assertThat(row.number(0)).isZero();
        assertThat(row.isNull(1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00", // no header
                "030000", // a column less
                "05000008", // a header longer than the row
                "0400000a", // a type that SQLite keeps for itself
                "0400000d61", // bytes that no column has
                "0400000f", // a text that is not there
                "0400000081", // a header that ends within a number
                "ff8080808080808004000008", // a header of negative length
                "0400ffffffffffffffffff00" // a type of negative number
            })
    void a_row_of_another_shape_is_refused(String hex) {
        assertThatThrownBy(() -> moveTo(hex)).isInstanceOf(UnreadablePageException.class);
    }
}
