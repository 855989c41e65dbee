/** The field's values: indices, contracts, quotes, option chains, prices in cents, sessions. Immutable, and checked when made. */
@NullMarked
package com.gammareplay.model;

import org.jspecify.annotations.NullMarked;
