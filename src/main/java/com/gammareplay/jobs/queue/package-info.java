/** Runs the jobs of the table: workers, their deaths, progress and cancelling. */
@NullMarked
package com.gammareplay.jobs.queue;

import org.jspecify.annotations.NullMarked;
