/** Tests of this package. */
@NullMarked
package com.gammareplay.reconciliation;

import org.jspecify.annotations.NullMarked;
