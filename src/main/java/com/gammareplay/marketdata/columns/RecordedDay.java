package com.gammareplay.marketdata.columns;

import com.gammareplay.hash.Sha256;
import com.gammareplay.marketdata.Coverage;

/**
 * A day of a recording: what it holds, and how well it was recorded.
 *
 * @param digest SHA-256 over the columns and the coverage in the form in which they are kept, in hexadecimal
 */
public record RecordedDay(IndexDay day, Coverage coverage, String digest) {

    /** A day that was read just now. */
    public static RecordedDay of(IndexDay day, Coverage coverage) {
        var digest = Sha256.begin();
        var writer = new ColumnWriter(digest::update);
        day.write(writer);
        writer.add(CoverageNumbers.of(coverage));
        writer.finish();
        return new RecordedDay(day, coverage, Sha256.hex(digest));
    }

    void write(ColumnWriter writer) {
        writer.add(digest);
        day.write(writer);
        writer.add(CoverageNumbers.of(coverage));
    }

    static RecordedDay read(ColumnReader reader) {
        var digest = reader.text();
        var day = IndexDay.read(reader);
        return new RecordedDay(day, CoverageNumbers.coverage(day.index(), reader.longs()), digest);
    }
}
