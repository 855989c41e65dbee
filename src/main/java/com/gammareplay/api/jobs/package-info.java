/** What holds for jobs of every kind: calls, fields, lists, the queue. */
@NullMarked
package com.gammareplay.api.jobs;

import org.jspecify.annotations.NullMarked;
