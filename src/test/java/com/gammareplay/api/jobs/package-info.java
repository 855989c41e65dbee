/** Tests of what is computed for jobs of every kind. */
@NullMarked
package com.gammareplay.api.jobs;

import org.jspecify.annotations.NullMarked;
