/** Sweeps as jobs: their combinations, and how they are taken up where they stopped. */
@NullMarked
package com.gammareplay.jobs.sweeps;

import org.jspecify.annotations.NullMarked;
