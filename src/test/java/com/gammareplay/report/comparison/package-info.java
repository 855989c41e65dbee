/** Tests of comparisons. */
@NullMarked
package com.gammareplay.report.comparison;

import org.jspecify.annotations.NullMarked;
