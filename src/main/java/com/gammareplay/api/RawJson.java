package com.gammareplay.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

/** JSON that is passed on as it was written. */
@Schema(type = "object")
record RawJson(@JsonValue @JsonRawValue String json) {}
