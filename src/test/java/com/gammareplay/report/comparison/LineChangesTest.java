package com.gammareplay.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineChangesTest {

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LineChanges changes(String kept, String now) throws IOException {
        return LineChanges.of(in(kept), in(now));
    }

    private static Change first(LineChanges changes) {
        return Objects.requireNonNull(changes.first());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1}               | {"a": 2}          | /a     | 1    | 2
            {"a": 1, "b": 2.70}    | {"a": 1, "b": 2.7}| /b     | 2.70 | 2.7
            {"a": {"b~/": "x"}}    | {"a": {"b~/": ""}}| /a/b~0~1 | "x" | ""
            {"a": [1, {"b": 2}]}   | {"a": [1, {"b": 3}]} | /a/1/b | 2 | 3
            {"a": [1]}             | {"a": [1, 5]}     | /a/1   |      | 5
            {"a": 1}               | {"a": 1, "b": 5}  | /b     |      | 5
            {"a": 1, "b": null}    | {"a": 1, "b": 5}  | /b     |      | 5
            {"a": 1}               | {"a": {"b": 1}}   | /a     | 1    |
            """)
    void the_first_place_is_named(String kept, String now, String pointer, String before, String after) {
        var change = Change.of(in(kept), in(now));

        assertThat(change.pointer()).isEqualTo(pointer);
        assertThat(change.kept() == null ? null : change.kept().toString()).isEqualTo(before);
        assertThat(change.now() == null ? null : change.now().toString()).isEqualTo(after);
    }

    @Test
    void bytes_that_say_the_same_in_another_way_differ_as_a_whole() {
        assertThat(Change.of(in("{\"a\": 1}"), in("{\"a\":1}"))).isEqualTo(new Change("", null, null));
    }

    @Test
    void lines_are_counted_from_0() throws IOException {
        var changes = changes("{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n", "{\"a\":1}\n{\"a\":5}\n{\"a\":6}\n");

        assertThat(first(changes).pointer()).isEqualTo("/1/a");
        assertThat(changes.areSame()).isFalse();
    }

    @Test
    void a_line_more_and_a_line_less_are_changes() throws IOException {
        var more = changes("{\"a\":1}\n", "{\"a\":1}\n{\"a\":2}\n");
        var less = changes("{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}\n");

        assertThat(first(more).pointer()).isEqualTo("/1");
        assertThat(more.areSame()).isFalse();
        assertThat(first(less).pointer()).isEqualTo("/1");
        assertThat(less.areSame()).isFalse();
    }

    @Test
    void a_field_that_is_new_leaves_the_others_the_same() throws IOException {
        var changes = changes("{\"a\":1}\n{\"a\":1}\n", "{\"a\":1,\"b\":2}\n{\"a\":1,\"b\":2}\n");

        assertThat(first(changes).pointer()).isEqualTo("/0/b");
        assertThat(changes.areSame()).isTrue();
        assertThat(changes("{\"a\":1,\"b\":2}\n", "{\"a\":1}\n").areSame()).isFalse();
    }

    @Test
    void the_same_lines_have_no_change() throws IOException {
        assertThat(changes("{\"a\":1}\n", "{\"a\":1}\n")).isEqualTo(new LineChanges(null, true));
    }
}
