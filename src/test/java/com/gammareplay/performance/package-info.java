/** Measures the engine beside a plain scan of the same rows, and writes docs/performance.md. */
@NullMarked
package com.gammareplay.performance;

import org.jspecify.annotations.NullMarked;
