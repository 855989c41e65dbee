package com.gammareplay.recorder;

import com.gammareplay.model.Index;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the recorder.
 *
 * @param enabled whether sessions are recorded
 * @param dataset the name of the recording, of letters, digits and ._-; not demo, which is the made-up market's
 * @param indices those recorded
 * @param retentionDays how long sessions are kept; 0 for ever
 */
@Validated
@ConfigurationProperties("gamma.recorder")
public record RecorderSettings(
        @DefaultValue("false") Boolean enabled,

        @DefaultValue("")
        @Pattern(
                regexp = "(?!demo$)[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
                message = "must be letters, digits and ._- only, and not demo, which is the made-up market's")
        String dataset,

        @DefaultValue List<Index> indices,
        @DefaultValue("0") @Min(0) Integer retentionDays) {

    /** What is empty counts as not set. */
    public RecorderSettings {
        dataset = dataset.isEmpty() ? "recorded" : dataset;
        indices = (indices.isEmpty() ? List.of(Index.values()) : indices)
                .stream().distinct().sorted().toList();
    }
}
