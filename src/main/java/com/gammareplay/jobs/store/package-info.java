/** The table of jobs with its documents, trades and keys, in SQLite or PostgreSQL. */
@NullMarked
package com.gammareplay.jobs.store;

import org.jspecify.annotations.NullMarked;
