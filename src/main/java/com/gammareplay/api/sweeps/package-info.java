/** Sweeps: submissions, ranked combinations, heat maps, walk-forward tests. */
@NullMarked
package com.gammareplay.api.sweeps;

import org.jspecify.annotations.NullMarked;
