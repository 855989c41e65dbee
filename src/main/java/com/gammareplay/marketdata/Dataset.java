package com.gammareplay.marketdata;

import com.gammareplay.model.Index;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recording that can be asked for by name.
 *
 * @param name without folder and extension
 * @param synthetic whether its market was made up
 * @param live whether this program writes it
 * @param size of the file in bytes
 * @param content what was found in it, null if it cannot be read
 * @param problem why it cannot be read, null if it can
 */
public record Dataset(
        String name,
        boolean synthetic,
        boolean live,
        long size,
        @Nullable Content content,
        @Nullable String problem) {

    /**
     * What a readable recording holds.
     *
     * @param indices those with leg prices, peaks or context
     * @param sessions the first and the last one if timestamps that name no zone are in UTC, null if there is none
     * @param balance what becomes of the rows of each table, under the same condition; null until they are counted
     */
    public record Content(
            List<Index> indices,
            @Nullable SessionRange sessions,
            @Nullable List<TableRows> balance) {

        /** The same with its rows counted. */
        public Content counted(List<TableRows> tables) {
            return new Content(indices, sessions, List.copyOf(tables));
        }
    }

    public Dataset {
        if ((content == null) == (problem == null)) {
            throw new IllegalArgumentException("either content or problem must be given for " + name);
        }
    }

    /** The content of a readable dataset. */
    public Optional<Content> readable() {
        return Optional.ofNullable(content);
    }
}
