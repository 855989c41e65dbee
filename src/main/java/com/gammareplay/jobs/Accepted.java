package com.gammareplay.jobs;

/**
 * What came of a submission.
 *
 * @param replayed whether the job was accepted before, by the same key
 */
public record Accepted(Job job, boolean replayed) {}
