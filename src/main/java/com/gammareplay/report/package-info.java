/** Results as JSON, NDJSON and CSV. */
@NullMarked
package com.gammareplay.report;

import org.jspecify.annotations.NullMarked;
