/** What calls and other parts do with jobs: submit, find, list, cancel, forget, and follow them. */
@NullMarked
package com.gammareplay.jobs.intake;

import org.jspecify.annotations.NullMarked;
