package com.gammareplay.api.conventions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list. */
public record Page<T>(
        List<T> items,

        @Schema(description = "Cursor of the next page, null on the last one", nullable = true) @Nullable
        String next) {

    /** The same part of a list of something else. */
    public <R> Page<R> with(List<R> others) {
        return new Page<>(others, next);
    }
}
