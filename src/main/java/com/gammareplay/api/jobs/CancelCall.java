package com.gammareplay.api.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;

/** A call that ends a job. */
@Operation(description = "Ends a job that waits at once and one that runs soon; a job that has ended stays as it is.")
@ApiResponse(responseCode = "200", description = "The job, ended")
@ApiResponse(responseCode = "202", description = "The job, about to end")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CancelCall {

    /** By which clients' libraries name the call. */
    @AliasFor(annotation = Operation.class)
    String operationId();

    /** The call in a few words. */
    @AliasFor(annotation = Operation.class)
    String summary();
}
