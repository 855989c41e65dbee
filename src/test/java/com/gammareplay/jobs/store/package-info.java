@NullMarked
package com.gammareplay.jobs.store;

import org.jspecify.annotations.NullMarked;
