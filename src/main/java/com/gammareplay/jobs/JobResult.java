package com.gammareplay.jobs;

/**
 * What a job gave.
 *
 * @param headline its headline numbers as JSON
 * @param keep writes the rest, within the transaction that ends the job
 */
public record JobResult(String headline, Runnable keep) {}
