/** Tests of the forms of results. */
@NullMarked
package com.gammareplay.report.page;

import org.jspecify.annotations.NullMarked;
