package com.gammareplay.marketdata.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that SQLite never wrote. */
class DamagedRowsTest {

    @TempDir
    Path folder;

    @Test
    void no_number_at_all_is_a_null() throws IOException {
        var written = LegPricePaths.recording(folder, LegPricePaths.row(1, "'2026-01-12 14:35:00'", "1.1"));
        var content = Files.readAllBytes(written.file());
        replace(content, bytes(1.5), bytes(Double.NaN));
        var recording = TestRecording.of(folder, content);
        assertThat(new LegPricePaths(recording).arePassesRead()).isTrue();
        LegPricePaths.assertAlike(recording);
        assertThat(recording.coverage().nullQuotes()).isEqualTo(1);
    }

    /** A look for the next timestamp would lead back to an earlier one again and again. */
    @Test
    void a_damaged_index_leads_nowhere_for_ever() throws IOException {
        var content = Files.readAllBytes(LegPricePaths.recording(folder, LegPricePaths.rows(1, "2026-01-12 15:00:00"))
                .file());
        var time = "2026-01-12 15:20:00".getBytes(StandardCharsets.US_ASCII);
        var earlier = "2026-01-12 15:00:30".getBytes(StandardCharsets.US_ASCII);
        var table = indexOf(content, time, 0);
        var index = indexOf(content, time, table + 1);
        assertThat(index).isPositive();
        for (var place : List.of(table, index)) {
            var damaged = content.clone();
            System.arraycopy(earlier, 0, damaged, place, earlier.length);
            LegPricePaths.assertAlike(TestRecording.of(folder, damaged));
        }
    }

    private static byte[] bytes(double number) {
        return ByteBuffer.allocate(Double.BYTES).putDouble(number).array();
    }

    private static void replace(byte[] content, byte[] from, byte[] to) {
        System.arraycopy(to, 0, content, indexOf(content, from, 0), to.length);
    }

    private static int indexOf(byte[] content, byte[] wanted, int from) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        return text.indexOf(new String(wanted, StandardCharsets.ISO_8859_1), from);
    }
}
