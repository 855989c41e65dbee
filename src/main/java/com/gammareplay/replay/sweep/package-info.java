/** Sweeps: many sets of parameters replayed on the same sessions, and walk-forward tests of choosing among them. */
@NullMarked
package com.gammareplay.replay.sweep;

import org.jspecify.annotations.NullMarked;
