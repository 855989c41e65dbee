/** The processes that share the jobs database. */
@NullMarked
package com.gammareplay.jobs.replicas;

import org.jspecify.annotations.NullMarked;
