package com.gammareplay.preparation;

/**
 * How far the preparing of a dataset is.
 *
 * @param sessionsDone those whose days are kept
 * @param sessionsTotal sessions of the calendar from the first to the last of the dataset
 */
public record PreparationProgress(int sessionsDone, int sessionsTotal) {}
