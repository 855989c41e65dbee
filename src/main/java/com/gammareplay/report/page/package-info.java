/** A result as one HTML page that needs nothing else: tables, and charts drawn here. */
@NullMarked
package com.gammareplay.report.page;

import org.jspecify.annotations.NullMarked;
