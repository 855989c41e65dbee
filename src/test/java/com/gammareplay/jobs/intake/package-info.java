@NullMarked
package com.gammareplay.jobs.intake;

import org.jspecify.annotations.NullMarked;
