/** Tests of the forms of results. */
@NullMarked
package com.gammareplay.report.comparison;

import org.jspecify.annotations.NullMarked;
