package com.gammareplay.marketdata;

import com.gammareplay.model.Index;
import com.gammareplay.model.Session;
import java.util.List;

/** The recordings that are written by this program. Thread-safe. */
public interface LiveRecordings {

    /**
     * Opens a recording to be written to, made anew if there is none of that name, and holds it until it is closed.
     *
     * @param name of the dataset: letters, digits, dots, underscores and hyphens
     * @throws DataException if it cannot be opened, or another holds it
     */
    LiveRecording open(String name, Session session, List<Index> indices);
}
