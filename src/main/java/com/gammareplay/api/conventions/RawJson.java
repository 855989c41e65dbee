package com.gammareplay.api.conventions;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON that is passed on as it was written. */
public record RawJson(@JsonValue @JsonRawValue String json) {}
