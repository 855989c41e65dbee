/** The image and the compose file, tried from outside by HTTP alone. Needs an engine for containers. */
@NullMarked
package com.gammareplay.container;

import org.jspecify.annotations.NullMarked;
