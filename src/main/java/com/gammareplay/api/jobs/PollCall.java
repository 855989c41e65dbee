package com.gammareplay.api.jobs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;

/** A call that shows a job as it is now; its method says of which form the job is. */
@Operation(
        description = "The job in any state, with its progress while it runs. The entity tag changes whenever "
                + "anything in the answer does.")
@ApiResponse(responseCode = "304", description = "The job is as it was", content = @Content)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PollCall {

    /** By which clients' libraries name the call. */
    @AliasFor(annotation = Operation.class)
    String operationId();

    /** The call in a few words. */
    @AliasFor(annotation = Operation.class)
    String summary();
}
