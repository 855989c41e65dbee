package com.gammareplay.marketdata;

import java.time.Instant;

/**
 * How the files of a recording are.
 *
 * @param text another one means that something was written
 * @param changed when something was last written, as far as the file system tells
 */
public record RecordingState(String text, Instant changed) {}
