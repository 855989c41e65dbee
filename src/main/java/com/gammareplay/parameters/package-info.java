/** Every setting of the bot: what it means, how requests write it, and what it accepts. Pure. */
@NullMarked
package com.gammareplay.parameters;

import org.jspecify.annotations.NullMarked;
