package com.gammareplay.config;

import com.gammareplay.marketdata.columns.DayStore;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where days are kept that were read from recordings.
 *
 * @param dir their folder, null for one in the home folder
 * @param size of all files together; those unused longest go when there are more
 */
@Validated
@ConfigurationProperties("gamma.cache")
record CacheSettings(
        @Nullable Path dir, @DefaultValue("10GB") @NotNull DataSize size) {

    CacheSettings {
        DayStore.requireSize(size.toBytes());
        dir = dir == null || dir.toString().isEmpty() ? null : dir;
    }
}
