/** What a request can name: recordings, presets, parameters. */
@NullMarked
package com.gammareplay.api.catalog;

import org.jspecify.annotations.NullMarked;
