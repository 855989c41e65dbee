package com.gammareplay.api.jobs;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a call that ends a job is answered. */
@ApiResponse(responseCode = "200", description = "The job, ended")
@ApiResponse(responseCode = "202", description = "The job, about to end")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CancelResponses {}
