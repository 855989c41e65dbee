package com.gammareplay.marketdata.sqlite.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as SQLite's file format describes them. */
class BytesTest {

    @ParameterizedTest
    @CsvSource({
        "00, 0, 1",
        "7f, 127, 1",
        "8100, 128, 2",
        "ff7f, 16383, 2",
        "818000, 16384, 3",
        "8000, 0, 2",
        "ffffffffffffff7f, 72057594037927935, 8",
        "808080808080808085, 133, 9",
        "c08080808080808000, -9223372036854775808, 9",
        "ffffffffffffffffff, -1, 9"
    })
    void a_number_of_variable_length_takes_up_to_nine_bytes(String hex, long value, int length) {
        var content = HexFormat.of().parseHex("ff" + hex + "ffffffffffffffffff");
        var bytes = new Bytes().at(content, 1);
        assertThat(bytes.varint()).isEqualTo(value);
        assertThat(bytes.place()).isEqualTo(1 + length);
    }

    @ParameterizedTest
    @CsvSource({
        "ff, -1",
        "7f, 127",
        "8000, -32768",
        "800000, -8388608",
        "0000ff, 255",
        "7fffffff, 2147483647",
        "ffffffffff80, -128",
        "8000000000000000, -9223372036854775808"
    })
    void a_number_of_fixed_length_has_a_sign(String hex, long value) {
        var content = HexFormat.of().parseHex("55" + hex + "55");
        assertThat(Bytes.signed(content, 1, hex.length() / 2)).isEqualTo(value);
    }
}
