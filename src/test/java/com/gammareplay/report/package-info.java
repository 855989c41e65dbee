/** Tests of the forms of results. */
@NullMarked
package com.gammareplay.report;

import org.jspecify.annotations.NullMarked;
