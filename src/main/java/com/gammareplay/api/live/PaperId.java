package com.gammareplay.api.live;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The part of a path that says which paper session is meant. */
@Parameter(description = "Id of the paper session")
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface PaperId {}
