@NullMarked
package com.gammareplay.jobs.paper;

import org.jspecify.annotations.NullMarked;
