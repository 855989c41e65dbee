package com.gammareplay.api.conventions;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call that can leave out results with warnings. */
@Parameter(
        name = "withoutWarnings",
        in = ParameterIn.QUERY,
        description = "Leaves out what has any of these warnings, a sweep in a list if its base has: codes with commas "
                + "between them, or any",
        schema = @Schema(type = "string", example = "NO_COSTS,FEW_TRADES"))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutWarnings {}
