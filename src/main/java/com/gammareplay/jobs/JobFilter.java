package com.gammareplay.jobs;

import com.gammareplay.model.Index;
import org.jspecify.annotations.Nullable;

/** Which jobs a list is to have; null lets all pass. */
public record JobFilter(
        JobKind kind,
        @Nullable JobStatus status,
        @Nullable String dataset,
        @Nullable Index index,
        @Nullable String label,
        @Nullable String tag,
        WarningFilter withoutWarnings) {}
