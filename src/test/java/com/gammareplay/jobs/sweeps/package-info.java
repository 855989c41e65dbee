@NullMarked
package com.gammareplay.jobs.sweeps;

import org.jspecify.annotations.NullMarked;
