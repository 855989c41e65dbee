package com.gammareplay.api.jobs;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What submissions have in common: a header that makes them safe to repeat, and how they are answered. */
@Parameter(
        name = IdempotencyHeader.NAME,
        in = ParameterIn.HEADER,
        description = "1 to 255 visible characters that tell this submission from the caller's others",
        schema = @Schema(type = "string"))
@ApiResponse(
        responseCode = "202",
        description = "The job, accepted",
        headers = {
            @Header(name = "Location", description = "The job", schema = @Schema(type = "string")),
            @Header(
                    name = "Retry-After",
                    description = "Seconds until it is worth while to look at the job",
                    schema = @Schema(type = "integer")),
            @Header(
                    name = IdempotencyHeader.REPLAYED,
                    description = "true if the job was accepted before, by the same key",
                    schema = @Schema(type = "string"))
        })
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SubmissionCall {}
