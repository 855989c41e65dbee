/** Tests of jobs without HTTP. */
@NullMarked
package com.gammareplay.jobs;

import org.jspecify.annotations.NullMarked;
