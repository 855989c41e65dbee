package com.gammareplay.jobs;

/** A job and where it stands in the list that was asked for. */
public record ListedJob(Job job, JobPosition position) {}
