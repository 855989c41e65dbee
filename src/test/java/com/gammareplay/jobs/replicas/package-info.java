/** Tests of replicas. */
@NullMarked
package com.gammareplay.jobs.replicas;

import org.jspecify.annotations.NullMarked;
